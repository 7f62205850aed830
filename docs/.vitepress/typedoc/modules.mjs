// A TypeDoc plugin: modules have the names that applications import, and a class shows its own members, not those that a
// documented base class shows.
import { Converter, ReflectionKind } from 'typedoc';

/** Whether the page of another class or interface has the member. */
const isElsewhere = ({ inheritedFrom, signatures }) => (inheritedFrom ?? signatures?.[0]?.inheritedFrom)?.reflection !== undefined;

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      module.name = module.name === 'index' ? 'bifrons' : `bifrons/${module.name}`;
    }
    const members = project.getReflectionsByKind(ReflectionKind.ClassOrInterface).flatMap(({ children }) => children ?? []);
    for (const member of members.filter(isElsewhere)) project.removeReflection(member);
  });
}
