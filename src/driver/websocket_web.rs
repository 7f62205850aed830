//! A WebSocket as browsers, Node, Deno and Bun have it, or what has its shape.

use wasm_bindgen::prelude::*;

use super::message_web::Outgoing;
use super::receiver_web::Receiver;

#[wasm_bindgen(module = "/src/driver/websocket_web.js")]
extern "C" {
    #[wasm_bindgen(js_name = TransportId)]
    pub(super) type Socket;

    #[wasm_bindgen(constructor, js_class = "TransportId")]
    pub(super) fn new(socket: &JsValue, receiver: &Receiver, max_size: f64) -> Socket;

    #[wasm_bindgen(method, getter, js_class = "TransportId", js_name = maxMessage)]
    pub(super) fn max_message(this: &Socket) -> f64;
    #[wasm_bindgen(method, js_class = "TransportId")]
    pub(super) fn send(this: &Socket, request: f64, head: &str, members: Option<Outgoing>) -> f64;
    #[wasm_bindgen(method, js_class = "TransportId")]
    pub(super) fn cancel(this: &Socket, request: f64);
    #[wasm_bindgen(method, js_class = "TransportId")]
    pub(super) fn ping(this: &Socket);
    #[wasm_bindgen(method, js_class = "TransportId")]
    pub(super) fn read(this: &Socket, on: bool);
    #[wasm_bindgen(method, js_class = "TransportId")]
    pub(super) fn close(this: &Socket);
    #[wasm_bindgen(method, js_class = "TransportId")]
    pub(super) fn drop(this: &Socket);
}
