/** What the report is narrowed to; what is absent or empty does not matter. */
export interface AgreementChoice {
  readonly label?: string;
  readonly source?: string;
  readonly people: readonly string[];
}

/** Which report it is: kept for when VS Code is loaded again. */
export interface AgreementState {
  /** The archive's folder. */
  readonly folder: string;
  readonly choice: AgreementChoice;
  /** How far down a person is. */
  readonly scrolled?: number;
}

/** Something to narrow the report to. */
export interface AgreementOption {
  readonly id: string;
  readonly name: string;
}

/** A coefficient, worded by the extension. */
export interface AgreementMeasure {
  readonly name: string;
  readonly value: string;
}

/** How each two people agree: a row and a column a person. */
export interface AgreementMatrix {
  /** Of the coefficient. */
  readonly name: string;
  readonly people: readonly string[];
  /** Null on the diagonal. */
  readonly cells: readonly (readonly (AgreementCell | null)[])[];
}

export interface AgreementCell {
  readonly value: string;
  /** How much it was computed from. */
  readonly basis: string;
  /** From 0, as by chance or worse, to 4, nearly always alike; absent where there is no value. */
  readonly shade?: number;
}

/** What is said of one label. */
export interface AgreementSection {
  readonly id: string;
  readonly name: string;
  /** As `#rrggbb`. */
  readonly colour: string;
  readonly kind: string;
  readonly definition?: string;
  readonly main: AgreementMeasure;
  /** What the main coefficient says in plain words. */
  readonly meaning: string;
  readonly measures: readonly AgreementMeasure[];
  readonly facts: readonly string[];
  readonly matrix?: AgreementMatrix;
}

export type AgreementAction = 'setUpLabels' | 'importAnnotations' | 'setName' | 'clearChoice';

/** Why there is nothing to show, or less than there could be, and what can be done about it. */
export interface AgreementAdvice {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly { readonly action: AgreementAction; readonly label: string }[];
}

/** What one person said at a place. */
export interface AgreementVoice {
  readonly person: string;
  readonly said: string;
  /** They said nothing with the label in question. */
  readonly isSilent: boolean;
}

/** A place that people see differently. */
export interface AgreementPlace {
  readonly label: string;
  readonly colour: string;
  readonly article: string;
  /** Its source and date. */
  readonly details: string;
  /** Empty for the whole article. */
  readonly quote: string;
  readonly voices: readonly AgreementVoice[];
}

/** A report to show. */
export interface AgreementReportMessage {
  readonly kind: 'report';
  /** Grows with each report of a panel; one that is not above the last shown is passed over. */
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly choice: AgreementChoice;
  readonly labels: readonly AgreementOption[];
  readonly sources: readonly AgreementOption[];
  readonly people: readonly string[];
  readonly advice?: AgreementAdvice;
  readonly sections: readonly AgreementSection[];
  /** How many places people see differently. */
  readonly places: number;
}

export type ToAgreement =
  /** To be kept, with how far down a person is. */
  | { readonly kind: 'keep'; readonly state: AgreementState }
  | AgreementReportMessage
  /** Absent `total`: nobody knows yet how long it takes. */
  | { readonly kind: 'progress'; readonly done: number; readonly total?: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fault'; readonly message: string }
  /** Places of the report of this version, from the first that was not sent on. */
  | {
      readonly kind: 'places';
      readonly version: number;
      readonly from: number;
      readonly places: readonly AgreementPlace[];
    }
  /** Which place is looked at. */
  | { readonly kind: 'current'; readonly version: number; readonly index: number };

export type FromAgreement =
  | { readonly kind: 'ready' }
  | { readonly kind: 'choose'; readonly choice: AgreementChoice }
  | { readonly kind: 'more'; readonly version: number }
  | { readonly kind: 'open'; readonly version: number; readonly index: number }
  | { readonly kind: 'step'; readonly to: 'previous' | 'next' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'goOn' }
  | { readonly kind: 'export' }
  | { readonly kind: 'act'; readonly action: AgreementAction };
