/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The kinds of node. */
export type NodeKind =
  /** An authority or a court. */
  | 'AGENCY'
  /** A class of parties, models or data. */
  | 'CATEGORY'
  /** A developer, or another firm. */
  | 'COMPANY'
  /** Why a regulator acts. */
  | 'CONCERN'
  /** One norm that an instrument imposes. */
  | 'CONDITION'
  /** A designation of somebody or something as this or that. */
  | 'DESIGNATION'
  /** A curated history, and what it claims to know. */
  | 'DOSSIER'
  /** What one instrument does to another instrument, to a condition or to an effect. */
  | 'EFFECT'
  /** What happened without legal force. */
  | 'EVENT'
  /** A letter with legal force. */
  | 'LETTER'
  /** An AI model or service, or an item that is regulated like one. */
  | 'MODEL'
  /** An order of an authority or a court. */
  | 'ORDER'
  /** Who signs or receives. */
  | 'PERSON'
  /** A statute, regulation or other general rule. */
  | 'RULE'
  /** A decision of a court. */
  | 'RULING'
  /** A document. */
  | 'SOURCE'
  /** A commitment that binds who gives it. */
  | 'UNDERTAKING';

/** The texts in which words are searched. */
export type SearchedField =
  /** What a condition is about: to export, to provide. */
  | 'ACTION'
  /** What it is called, too. */
  | 'ALIASES'
  /** Who wrote a source. */
  | 'AUTHOR'
  /** Who or what belongs to a category. */
  | 'CRITERION'
  /** The day of an event, if it is known. */
  | 'DATE'
  /** What is feared or what happened, in our words. */
  | 'DESCRIPTION'
  /** What is known to be missing from a dossier. */
  | 'GAPS'
  /** What a register calls it. */
  | 'IDENTIFIERS'
  /** The day on which an instrument was issued, if it is known. */
  | 'ISSUED'
  /** What kind of thing it is: a letter, a model, a negotiation. */
  | 'KIND'
  /** A provision that an instrument rests on. */
  | 'LEGAL_BASIS'
  /** What a condition is: a prohibition, an obligation. */
  | 'MODALITY'
  /** What it is called. */
  | 'NAME'
  /** Its official number or docket. */
  | 'NUMBER'
  /** An office that a person has held. */
  | 'OFFICES'
  /** What a passage of evidence says, in our words. */
  | 'PARAPHRASE'
  /** What a breach can cost. */
  | 'PENALTY'
  /** The day on which it was published, if it is known. */
  | 'PUBLISHED'
  /** Who published a source. */
  | 'PUBLISHER'
  /** A few words of a passage of evidence. */
  | 'QUOTE'
  /** The name of something that it refers to: who signed it, whom it is about. */
  | 'REFERENCE'
  /** A norm, in our words. */
  | 'TEXT'
  /** What it is, in a few words. */
  | 'TITLE';

export type PathQueryVariables = Exact<{
  from: string;
  to: string;
  maxLength?: number;
}>;


export type PathQuery = { path: { length: number, chains: Array<{ words: string, nodes: Array<{ id: string, name: string }>, steps: Array<{ sentence: string, edges: Array<{ type: string, reads: string, from: { id: string }, to: { id: string } }> }> }> } | null };

export type SearchQueryVariables = Exact<{
  query: string;
  kinds?: Array<NodeKind> | NodeKind | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, corrected: boolean, kinds: Array<{ kind: NodeKind, count: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: NodeKind, node: { id: string, name: string }, highlights: Array<{ field: SearchedField, segments: Array<{ text: string, match: boolean }> }> }> } };

export type SurroundingsQueryVariables = Exact<{
  around: Array<string> | string;
  depth?: number;
  first?: number;
}>;


export type SurroundingsQuery = { graph: { omitted: number, nodes: Array<(
      { id: string, name: string }
      & { __typename: 'Agency' | 'Category' | 'Company' | 'Concern' | 'Condition' | 'Designation' | 'Dossier' | 'Effect' | 'Event' | 'Letter' | 'Model' | 'Order' | 'Person' | 'Rule' | 'Ruling' | 'Source' | 'Undertaking' | 'Withdrawn' }
    )>, edges: Array<{ reads: string, from: { id: string }, to: { id: string } }> } };
