//! Names that are close to one that is not known.

/// Returns `; did you mean …?` where one of these names is close to this one.
pub(crate) fn did_you_mean<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let by_likeness = names.into_iter().map(|known| (strsim::jaro_winkler(name, known), known));
    let nearest =
        by_likeness.filter(|(likeness, _)| *likeness > 0.75).max_by(|(a, _), (b, _)| a.total_cmp(b));
    nearest.map(|(_, known)| format!("; did you mean `{known}`?")).unwrap_or_default()
}
