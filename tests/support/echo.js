// The script of the Duktape plugin in the tests: each body is returned, at once or, with "later" in it or
// an SDP, as an event. With "push" in it another event follows, without a transaction.
var waiting = [];

function response(body) {
  return JSON.stringify({ script: 'javascript', received: body });
}

function init() {}
function destroy() {}
function createSession() {}
function destroySession() {}
function setupMedia() {}
function hangupMedia() {}

function querySession() {
  return '{"script":"javascript"}';
}

function handleMessage(id, transaction, text, jsep) {
  var body = JSON.parse(text);
  if (body.refuse) return -1;
  if (!jsep && !body.later) return response(body);
  waiting.push({ id: id, transaction: transaction, body: body, jsep: jsep });
  pokeScheduler();
  return 1;
}

function resumeScheduler() {
  waiting.forEach(function (one) {
    pushEvent(one.id, one.transaction, response(one.body), one.jsep && one.jsep.replace('"offer"', '"answer"'));
    if (one.body.push) pushEvent(one.id, null, '{"script":"javascript","pushed":true}', null);
  });
  waiting = [];
}
