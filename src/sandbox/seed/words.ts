/** Made-up names of people and places; some contain non-ASCII letters on purpose. */

/** First names with their ASCII form for e-mail addresses. */
export const firstNames: readonly (readonly [string, string])[] = [
  ['Zelvi', 'zelvi'],
  ['Morrowen', 'morrowen'],
  ['Pimka', 'pimka'],
  ['Tarvo', 'tarvo'],
  ['Élodrine', 'elodrine'],
  ['Quillan', 'quillan'],
  ['Bexley-Ro', 'bexleyro'],
  ['Ødvarn', 'odvarn'],
  ['Sunniva', 'sunniva'],
  ['Łukra', 'lukra'],
  ['Fennimor', 'fennimor'],
  ['Jorvina', 'jorvina'],
  ['Ñandira', 'nandira'],
  ['Wystan', 'wystan'],
  ['Kéto', 'keto'],
  ['Ambrel', 'ambrel'],
  ['Dovanni', 'dovanni'],
  ['Yrsella', 'yrsella'],
  ['Çelmira', 'celmira'],
  ['Hobart-Li', 'hobartli'],
  ['Nimue', 'nimue'],
  ['Orrin', 'orrin'],
  ['Tuyềna', 'tuyena'],
  ['Ravko', 'ravko'],
  ['Silvane', 'silvane'],
  ['Ulfric', 'ulfric'],
  ['Vesper', 'vesper'],
  ['Xanthor', 'xanthor'],
  ['Žofira', 'zofira'],
  ['Calliwen', 'calliwen'],
  ['Ígor-Pell', 'igorpell'],
  ['Lumi', 'lumi'],
];

/** Last names with their ASCII form for e-mail addresses. */
export const lastNames: readonly (readonly [string, string])[] = [
  ['Adderlake', 'adderlake'],
  ['Brünwick', 'brunwick'],
  ['Cinderby', 'cinderby'],
  ["O'Dappleton", 'odappleton'],
  ['Eskermoor', 'eskermoor'],
  ['Fallowcroft', 'fallowcroft'],
  ['Grünhalm', 'grunhalm'],
  ['Hazelthwaite', 'hazelthwaite'],
  ['Inkwater', 'inkwater'],
  ['Jasperling', 'jasperling'],
  ['Kettledown', 'kettledown'],
  ['Lindqvarn', 'lindqvarn'],
  ['Mørkfjell', 'morkfjell'],
  ['Nettlesworth', 'nettlesworth'],
  ['Oakenshaw-Vail', 'oakenshawvail'],
  ['Pellegrín', 'pellegrin'],
  ['Quenby', 'quenby'],
  ['Rookhaven', 'rookhaven'],
  ['Starling-Ames', 'starlingames'],
  ['Thistlecombe', 'thistlecombe'],
  ['Umberfield', 'umberfield'],
  ['Vandergloam', 'vandergloam'],
  ['Wrenfold', 'wrenfold'],
  ['Yarrowby', 'yarrowby'],
  ['Zephyrine', 'zephyrine'],
  ['Ångwall', 'angwall'],
  ['Ibn Marrow', 'ibnmarrow'],
  ['Ōtsukari', 'otsukari'],
];

/** First parts of school, street and town names. */
export const places = [
  'Amberfield',
  'Birchmere',
  'Copperhollow',
  'Dunlin',
  'Elmgate',
  'Foxglove',
  'Gullhaven',
  'Heronsbrook',
  'Ivyridge',
  'Juniper Flat',
  'Kestrel Point',
  'Larkspur',
  'Marigold',
  'Nightjar',
  'Osprey Bend',
  'Périgrine',
  'Quartz Hill',
  'Redstart',
  'Sandpiper',
  'Tanager',
] as const;

export const streets = ['Lane', 'Road', 'Street', 'Way', 'Court'] as const;

/** US states; the generated postal codes do not exist there. */
export const stateCodes = ['CA', 'NY', 'TX', 'OR', 'VT'] as const;

export const titles = ['Teacher', 'Math Teacher', 'Librarian', 'Reading Coach', ''] as const;

export const grades = [
  'Kindergarten',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
] as const;

/** The listed subjects of a section, with a short name for courses. */
export const subjects: readonly (readonly [string, string])[] = [
  ['english/language arts', 'English'],
  ['math', 'Math'],
  ['science', 'Science'],
  ['social studies', 'Social Studies'],
  ['language', 'Language'],
  ['homeroom/advisory', 'Homeroom'],
  ['interventions/online learning', 'Intervention'],
  ['technology and engineering', 'Technology'],
  ['PE and health', 'PE'],
  ['arts and music', 'Art'],
  ['other', 'Elective'],
];

export const races = [
  'Caucasian',
  'Asian',
  'Black or African American',
  'American Indian',
  'Hawaiian or Other Pacific Islander',
  'Two or More Races',
  'Unknown',
  '',
] as const;

export const relationships = ['Parent', 'Grandparent', 'Self', 'Aunt/Uncle', 'Sibling', 'Other', ''] as const;
export const contactTypes = [
  'Parent/Guardian',
  'Emergency',
  'Primary',
  'Secondary',
  'Family',
  'Other',
  '',
] as const;
export const phoneTypes = ['Cell', 'Home', 'Work', 'Other', ''] as const;
