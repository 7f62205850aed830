//! A WebSocket as browsers, Node, Deno and Bun have it, or what has its shape.

use wasm_bindgen::prelude::*;

use super::message::Outgoing;
use super::receiver::Receiver;

#[wasm_bindgen(module = "/src/transport/web/websocket.js")]
extern "C" {
    #[wasm_bindgen(js_name = WebSocketConnection)]
    pub(super) type Socket;

    #[wasm_bindgen(constructor, js_class = "WebSocketConnection")]
    pub(super) fn new(socket: &JsValue, receiver: &Receiver, max_size: f64) -> Socket;

    #[wasm_bindgen(method, getter, js_class = "WebSocketConnection", js_name = maxMessage)]
    pub(super) fn max_message(this: &Socket) -> f64;
    #[wasm_bindgen(method, js_class = "WebSocketConnection")]
    pub(super) fn send(this: &Socket, request: f64, head: &str, members: Option<Outgoing>) -> f64;
    #[wasm_bindgen(method, js_class = "WebSocketConnection")]
    pub(super) fn cancel(this: &Socket, request: f64);
    #[wasm_bindgen(method, js_class = "WebSocketConnection")]
    pub(super) fn ping(this: &Socket);
    #[wasm_bindgen(method, js_class = "WebSocketConnection")]
    pub(super) fn read(this: &Socket, on: bool);
    #[wasm_bindgen(method, js_class = "WebSocketConnection")]
    pub(super) fn close(this: &Socket);
    #[wasm_bindgen(method, js_class = "WebSocketConnection")]
    pub(super) fn drop(this: &Socket);
}
