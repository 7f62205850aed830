//! No circles: the modules of one folder, and the files of the npm package, do not import each other.

use std::collections::{BTreeMap, BTreeSet};

use super::layers::first_names;
use super::source::Source;

type Graph = BTreeMap<String, BTreeSet<String>>;

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    let rust: Vec<_> = ["src/", "codegen/src/"]
        .iter()
        .flat_map(|root| sources.iter().filter(|it| it.is_rust_of(root)))
        .collect();
    let folders: BTreeSet<&str> =
        rust.iter().filter_map(|source| source.path.rsplit_once('/')).map(|it| it.0).collect();
    for folder in folders {
        report(folder, &rust_graph(folder, &rust), &mut found);
    }
    report("pkg-template", &script_graph(sources), &mut found);
    found
}

fn report(folder: &str, graph: &Graph, found: &mut Vec<String>) {
    for circle in circles(graph) {
        found.push(format!("{folder}: {} import each other", circle.join(", ")));
    }
}

/// The modules of a folder, and which of them each one imports.
fn rust_graph(folder: &str, sources: &[&Source]) -> Graph {
    let module_of = |source: &Source| -> Option<(String, usize)> {
        let below = source.path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".rs")?;
        let levels = below.trim_end_matches("/mod").matches('/').count() + 1;
        let name = below.split('/').next()?.to_owned();
        (!["mod", "lib", "main"].contains(&name.as_str())).then_some((name, levels))
    };
    let names: BTreeSet<String> =
        sources.iter().filter_map(|source| module_of(source)).map(|(name, _)| name).collect();
    let root = folder.split_once("src").map_or("", |(_, below)| below.trim_start_matches('/'));
    let absolute = format!(
        "crate::{}",
        root.split('/').filter(|it| !it.is_empty()).map(|it| format!("{it}::")).collect::<String>()
    );
    let mut graph = Graph::new();
    for source in sources {
        let Some((module, levels)) = module_of(source) else { continue };
        let imports = graph.entry(module.clone()).or_default();
        let code = source.code();
        for prefix in ["super::".repeat(levels), absolute.clone()] {
            for (at, _) in code.match_indices(&prefix) {
                // A longer chain of `super::` leads to another folder.
                if code[..at].ends_with("super::") {
                    continue;
                }
                let named = first_names(&code[at + prefix.len()..]);
                imports.extend(
                    named
                        .iter()
                        .map(|(_, name)| (*name).to_owned())
                        .filter(|it| names.contains(it) && *it != module),
                );
            }
        }
    }
    graph
}

/// The files of the npm package, and which of them each one imports.
fn script_graph(sources: &[Source]) -> Graph {
    let mut graph = Graph::new();
    for source in sources.iter().filter(|it| it.path.starts_with("pkg-template/") && it.path.ends_with(".js"))
    {
        let folder = source.path.rsplit_once('/').map_or("", |it| it.0);
        let script = source.script();
        let imports = script.match_indices("from '.").filter_map(|(at, _)| {
            let path = script[at + "from '".len()..].split('\'').next()?;
            Some(resolve(folder, path))
        });
        graph.insert(source.path.clone(), imports.collect());
    }
    graph
}

fn resolve(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// The groups of nodes that reach each other.
fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reachable: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|node| (node.as_str(), reach(graph, node))).collect();
    let mut groups = BTreeSet::new();
    for (node, reached) in &reachable {
        let group: Vec<String> = reached
            .iter()
            .filter(|other| reachable.get(**other).is_some_and(|back| back.contains(node)))
            .map(|other| (*other).to_owned())
            .collect();
        if group.len() > 1 {
            groups.insert(group);
        }
    }
    groups.into_iter().collect()
}

fn reach<'g>(graph: &'g Graph, from: &'g str) -> BTreeSet<&'g str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        for next in graph.get(node).into_iter().flatten() {
            if reached.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    reached
}
