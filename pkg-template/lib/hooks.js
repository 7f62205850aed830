// Generated from src/npm/sink.rs: change it there, then run `make generate`.

/**
 * The functions that the engine calls with its output.
 * @typedef {object} Hooks
 * @property {(request: number, message: any) => void} onReply
 * @property {(request: number, key: number, id: number, message: any) => void} onMade
 * @property {(request: number, failure: import('./errors.js').Failure) => void} onFailure
 * @property {(requests: Float64Array, correlated: boolean, handle: number, message: any) => void} onOffer
 * @property {(handle: number, message: any) => void} onPluginEvent
 * @property {(handle: number, kind: string, message: any) => void} onCoreEvent
 * @property {(handle: number, count: number) => void} onMissed
 * @property {(handle: number, reason: import('../shared.js').EndReason, fault: import('../shared.js').Fault, clause: string) => void} onHandleEnded
 * @property {(handle: number, id: number) => void} onHandleRebuilt
 * @property {(handle: number, id: number) => void} onRebuiltEvent
 * @property {(handle: number, ended: boolean) => void} onReadable
 * @property {(session: number, reason: import('../shared.js').EndReason, fault: import('../shared.js').Fault, clause: string) => void} onSessionEnded
 * @property {(session: number, id: number, rebuild: number | undefined) => void} onSessionResumed
 * @property {(session: number, message: any) => void} onTokenExpiring
 * @property {(failure: import('./errors.js').Failure) => void} onReconnecting
 * @property {(outage_ms: number, kept: Float64Array, rebuilt: Float64Array, ended: Float64Array, address: number) => void} onResumed
 * @property {(address: number) => void} onConnected
 * @property {(how: string, failure: import('./errors.js').Failure) => void} onDisconnected
 * @property {(is_warning: boolean, text: string, session: number | undefined, handle: number | undefined, transaction: number | undefined) => void} onNotice
 */

export {};
