//! Roles of handles: types of plugins whose handles have only the requests of that role.

/// Defines the roles of a plugin, each with its requests. `codegen` writes the methods of their handles.
macro_rules! roles {
    ($plugin:ident { $($(#[$doc:meta])* $role:ident { $($request:ident),+ $(,)? })+ }) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $role {}

        impl $crate::plugins::Plugin for $role {
            const PACKAGE: &'static str = <$plugin as $crate::plugins::Plugin>::PACKAGE;
            const RULES: &'static [$crate::plugins::Rule] = <$plugin as $crate::plugins::Plugin>::RULES;
            const DROPPABLE: &'static [&'static str] = <$plugin as $crate::plugins::Plugin>::DROPPABLE;
            type Event = <$plugin as $crate::plugins::Plugin>::Event;

            fn event(message: &impl $crate::wire::Payload) -> Self::Event {
                <$plugin as $crate::plugins::Plugin>::event(message)
            }
        }

        $(impl $crate::plugins::Accepts<$request> for $role {})+
    )+};
}

pub(crate) use roles;
