import { type Message, say } from '../text/message';
import { type DayRange, describeDays } from './dayRange';

/** How a person is asked for the value of a facet. Of `one` and `several` the view says what there is to choose from. */
export type Question<Value> =
  | { readonly kind: 'words'; readonly label: (words: string) => Message }
  | { readonly kind: 'toggle'; readonly label: Message; readonly value: Value }
  | { readonly kind: 'days' | 'one' | 'several'; readonly label: Message; readonly title: Message };

/** One part of a filter, whole: what it lets through, how it is asked for and how it reads. */
export interface Facet<Value, Item, Context> {
  readonly matches: (value: Value, context: Context) => (item: Item) => boolean;
  readonly question: Question<Value>;
  /** In words, or as what is one of several. */
  readonly describe: (value: Value) => Message | readonly string[];
}

/** All parts of a filter, in the order in which they are asked for and described. */
export type Facets<Filter, Item, Context> = {
  readonly [Name in keyof Filter]-?: Facet<NonNullable<Filter[Name]>, Item, Context>;
};

/** What there may be many of, by its key and the name to show. */
export interface Named {
  readonly key: string;
  readonly name: string;
}

/** The test of all parts that are set. */
export function matcher<Filter extends object, Item, Context>(
  facets: Facets<Filter, Item, Context>,
  filter: Filter,
  context: Context,
): (item: Item) => boolean {
  const testOf = <Name extends keyof Filter>(name: Name): ((item: Item) => boolean)[] => {
    const value = filter[name];
    return value === undefined || value === null ? [] : [facets[name].matches(value, context)];
  };
  const tests = namesOf(facets).flatMap(testOf);
  return tests.length === 0 ? () => true : (item) => tests.every((test) => test(item));
}

/** The facets by name, in order. */
export function namesOf<Filter>(facets: Facets<Filter, never, never>): readonly (keyof Filter)[] {
  return Object.keys(facets) as (keyof Filter)[];
}

export function isEmptyFilter(filter: object): boolean {
  return Object.keys(filter).length === 0;
}

/** The same filter with one part set, or taken out where the value is undefined. */
export function withPart<Filter extends object, Name extends keyof Filter>(
  filter: Filter,
  name: Name,
  value: Filter[Name] | undefined,
): Filter {
  const { [name]: _, ...rest } = filter;
  return (value === undefined ? rest : { ...rest, [name]: value }) as Filter;
}

export function wordsFacet<Item, Context>(
  label: (words: string) => Message,
  matches: (words: string, context: Context) => (item: Item) => boolean,
): Facet<string, Item, Context> {
  return { matches, question: { kind: 'words', label }, describe: (words) => say('“{0}”', words) };
}

export function toggleFacet<Item, Context>(
  label: Message,
  description: Message,
  matches: (context: Context) => (item: Item) => boolean,
): Facet<true, Item, Context> {
  return {
    matches: (_, context) => matches(context),
    question: { kind: 'toggle', label, value: true },
    describe: () => description,
  };
}

export function daysFacet<Item, Context>(
  label: Message,
  title: Message,
  matches: (days: DayRange, context: Context) => (item: Item) => boolean,
): Facet<DayRange, Item, Context> {
  return { matches, question: { kind: 'days', label, title }, describe: describeDays };
}
