import type { Source } from './requirement.ts';

/**
 * Passages of the two public documents that requirements cite. Each has a paraphrased section and the digest of the
 * sentence or table row (`src/text/source-digest.ts`), never the sentence itself. `npm run check-sources` compares the digests
 * with a copy of the documents.
 */
export const overview = {
  guaranteedFields: {
    document: 'OV',
    section: 'introduction: required fields',
    sentenceSha256: '29a8f354ce75367818dde36038d8ed17bb443be4b67d813e6e7b72bfcadd6166',
  },
  validatedFields: {
    document: 'OV',
    section: 'introduction: fields with validation',
    sentenceSha256: '670b2877e80f7ca74e5e017becd94b13db79fbfc2105affea706aea10f2168da',
  },
  sourceData: {
    document: 'OV',
    section: 'introduction: all other data',
    sentenceSha256: 'e5a5477e8bbc72450edd3e09f4944328e646ef04ce9658ce5d43526f07048f76',
  },
  sharing: {
    document: 'OV',
    section: 'introduction: what a district shares',
    sentenceSha256: 'da82cb839d8b7829ea425e881d8f8326b0a22133c942d21a73d6e6063b0c4d01',
  },
  scopes: {
    document: 'OV',
    section: 'introduction: scopes of the application',
    sentenceSha256: '985618ffdad77cdad4f3029e7d9a16830f09de23d3cf00c7a222518c324f52f3',
  },
  fieldLists: {
    document: 'OV',
    section: 'introduction: where to find the field lists',
    sentenceSha256: 'e400e4fa0ecf4d9d7e07b8ca339da984e8c58ff24248506b447f5ca5157db6fa',
  },
  testToken: {
    document: 'OV',
    section: 'testing the API Explorer: token',
    sentenceSha256: 'b9e46d200c7a7163c4195230f369d0bb7503c07b8c29537b53d485d4e4ca2e0e',
  },
  largeResults: {
    document: 'OV',
    section: 'paging: support for large results',
    sentenceSha256: '9e818477b6baf0d56a8606fea1ced9e9714491d922d91c5c39462c8dec8e3bac',
  },
  followNext: {
    document: 'OV',
    section: 'paging: how to read all results',
    sentenceSha256: '82234d2ff482a7b5d9edc081bc8fa87d8f63cad7458e6e91f554f64019e7388b',
  },
  startingAfter: {
    document: 'OV',
    section: 'paging: the cursor of the next link',
    sentenceSha256: 'ab9af4f3a2c14974b47076e1896a53c6aec8b0b20f4ccabcf88cf8d3cf4bad11',
  },
  ascendingIds: {
    document: 'OV',
    section: 'paging: order of the records',
    sentenceSha256: '2a1991c57cdf22ad2a113a7afde3fd7454466b24f459528929c977a0ca7c6751',
  },
  relativeLinks: {
    document: 'OV',
    section: 'paging: heading on relative links',
    sentenceSha256: 'ad54fa16b8d666a10948d89a3b021bd1f1ee55a65ebb568690c82e4e7691dc05',
  },
  nextWhileMore: {
    document: 'OV',
    section: 'paging: when there is a next link',
    sentenceSha256: '793e60d6bc1b94e0d580b5d7d50e4effdbf07019e23bdc57a8b892cc09dc4d24',
  },
  prevLink: {
    document: 'OV',
    section: 'paging: the previous page',
    sentenceSha256: '537165f70aa39b5846dd97774f7f822cc2e4b3c54ee78f242020b853a96a9436',
  },
  exampleRequest: {
    document: 'OV',
    section: 'paging: request of the links example',
    sentenceSha256: '47fb536d35ca4527650cedfd2264724beaa7a09c1fc5facb9873433460adfc87',
  },
  exampleSelf: {
    document: 'OV',
    section: 'paging: self link of the example',
    sentenceSha256: '5a0fa5a502c1840d7269521b554ded122dded3ed3107f415319de71716636cc2',
  },
  exampleNext: {
    document: 'OV',
    section: 'paging: next link of the example',
    sentenceSha256: 'cd2dfcebd0109d0043c14415b2c25739043c8763163fd240e70e51db2fd19d3b',
  },
  examplePrev: {
    document: 'OV',
    section: 'paging: prev link of the example',
    sentenceSha256: '2b1a1430381f9210014ebf0ff980a5cae62f42c8d0c28b51198e02ab82747330',
  },
  prevWithoutMore: {
    document: 'OV',
    section: 'paging: prev links without earlier results',
    sentenceSha256: 'e6a5b590439bb66797b0ed4ade70179bdb7118b14192609069c00867536f825a',
  },
  emptyBefore: {
    document: 'OV',
    section: 'paging: what such a prev link returns',
    sentenceSha256: 'ba8514247a662258df373844db64efb1a49780d2c1624a5f1403292b3322d69b',
  },
  emptyAfter: {
    document: 'OV',
    section: 'paging: next links without later results',
    sentenceSha256: '9d498f6736024b10a8a0e4943e6b38686cbf17f6fcdd29401619a96279574f7c',
  },
  defaultLimit: {
    document: 'OV',
    section: 'paging: records per page by default',
    sentenceSha256: '91908c299f4022f8265ac9404b344b26b8bab530fb5c792843df7d1b6f5e0fa8',
  },
  setLimit: {
    document: 'OV',
    section: 'paging: the limit parameter',
    sentenceSha256: '019720f1c3f9e44ae94e0656463935e180cc4075b15daf334766929ad2414db7',
  },
  limit30: {
    document: 'OV',
    section: 'paging: example with a limit of 30',
    sentenceSha256: '5677efd38842d55d084a9c646985233f2a3e44f5142ce7855b470937db340310',
  },
  maximumLimit: {
    document: 'OV',
    section: 'paging: the maximum limit',
    sentenceSha256: '750b2fa42817972cc8ec7330ff646ec3cfaa26e2880b2c6c5e0cde8e47e23131',
  },
  status200: {
    document: 'OV',
    section: 'status table: 200',
    sentenceSha256: '38cff5024aaf4d7a28d3385eddc777e2aabe7b9a14e457c5c40f1603df037f30',
  },
  status400: {
    document: 'OV',
    section: 'status table: 400',
    sentenceSha256: '18c473263bac100405659831d9e7bdaace0c2ab9e5cc4c21f0d3c14d44d922e8',
  },
  status401: {
    document: 'OV',
    section: 'status table: 401',
    sentenceSha256: '1ee3e4f87152805d17ca81fbf6e490a663b57e13d6dca9de6aa4f234d66b268b',
  },
  status404: {
    document: 'OV',
    section: 'status table: 404',
    sentenceSha256: 'e84d332cbe98c86cf6706a2957239773fae1800b40fa36c47572a6a586afa62c',
  },
  status413: {
    document: 'OV',
    section: 'status table: 413',
    sentenceSha256: '4d04722dfc3f3dc4f76430b917cc23f5337848d01acfb25b59b8f7d1d27b800a',
  },
  status429: {
    document: 'OV',
    section: 'status table: 429',
    sentenceSha256: 'cd61d0d4427ecf9fb583d1b7f884fb104e0e1293f289237168b7e96b9258612e',
  },
  status5xx: {
    document: 'OV',
    section: 'status table: 500, 502, 503',
    sentenceSha256: 'cc30341f69bcf9b423db50f81e3e871b3421c6ed8129b3feb210483ec77ab713',
  },
  status501: {
    document: 'OV',
    section: 'status table: 501',
    sentenceSha256: '0e651b8e6c6b67f96855fa5f3c993a64d5569381635e6dd2d6b80a4e73fb9737',
  },
  quota: {
    document: 'OV',
    section: 'rate limits: requests per minute and token',
    sentenceSha256: '4432bb4b07ea45a6870905f0d7aa12fbeef99dc8c7fd746cf226afa0303b0dec',
  },
  fixedWindow: {
    document: 'OV',
    section: 'rate limits: a count that resets, not an average',
    sentenceSha256: '0d8a9facdab4b0cb9197b88c4832449492ad97b2f761b71d9251cfd5b2230c51',
  },
  rateHeaders: {
    document: 'OV',
    section: 'rate limits: response headers',
    sentenceSha256: 'c653db92e98758e91952c14a2c36bdc79a8cfaf99e414620fc634b194596f7fa',
  },
  resetHeader: {
    document: 'OV',
    section: 'rate limits: the Reset header',
    sentenceSha256: 'a1b8767731e3ac6b2a6cac3588c8092169772488093be04ad683e5ca54b7cdd5',
  },
  limitHeader: {
    document: 'OV',
    section: 'rate limits: the Limit header',
    sentenceSha256: '4b484fa85c260cb49d2fa5521d0e23c6afe38dbfd419a839af9c13563f887b95',
  },
  remainingHeader: {
    document: 'OV',
    section: 'rate limits: the Remaining header',
    sentenceSha256: '10ef5a3bde8b86063de24d407eaa93e8d40823b44f94615b12f1c5b1c130b899',
  },
  bucketHeader: {
    document: 'OV',
    section: 'rate limits: the Bucket header',
    sentenceSha256: 'ab1c0904f77ead9759d33ca56726aef98b214bea6fe8ff249eb016cd8a326e79',
  },
  bearerExample: {
    document: 'OV',
    section: 'rate limits: Authorization of the example',
    sentenceSha256: '5d37cbb7a91732b68b55b9a2c5d531ff6995e0b9f3cc9463b5bbf82c501cac05',
  },
  firstRemaining: {
    document: 'OV',
    section: 'rate limits: Remaining in the example of a 200',
    sentenceSha256: '112127c63ee5c5a13c03e466cc151d2632ed1ab430931ed383ac987770e9dcc9',
  },
  empty429: {
    document: 'OV',
    section: 'rate limits: the response to a rejected request',
    sentenceSha256: '0e38d349a401462260d640a24d5cb4ff27f5380f1428a808d81ce2fb0d3dd109',
  },
  zeroRemaining: {
    document: 'OV',
    section: 'rate limits: Remaining in the example of a 429',
    sentenceSha256: '065b541ee04f176870ea2ec90e93e33717c5b84afd75d1b0c7e2dd846c826d05',
  },
  backoffSchedule: {
    document: 'OV',
    section: 'backoff: growing waits',
    sentenceSha256: 'fba7b9f8e07a81450d631f88ba367ecb84d01091a297e63234378dd27e02d7bb',
  },
  fiveRetries: {
    document: 'OV',
    section: 'backoff: giving up, continuing later',
    sentenceSha256: 'c7e972cba4277a11d7d9c90529b2828da5cee0bf7e01a79c8a4f950bccac88a9',
  },
} as const satisfies Readonly<Record<string, Source>>;

/** The LMS Connect error page: two sentences about access, and the rows of its table. */
export const errorPage = {
  agreement: {
    document: 'ERR',
    section: 'access: heading on the agreement',
    sentenceSha256: '2e2f3464d2698c4047ca592b705f5ae9bfef65cd4739dbcc76ef03d318a20b66',
  },
  onlyV31: {
    document: 'ERR',
    section: 'access: the version',
    sentenceSha256: '50570dc291729ee7305d2e304ba2ef8e54c66a87a56b3e441174af54c639f14c',
  },
  missingFields: {
    document: 'ERR',
    section: 'row 1: create without its required fields',
    sentenceSha256: 'af7a2a921aca4801ed3ff5efc0c1f9399287ac4f5288c23859df6ab90f6e5304',
  },
  emptyBody: {
    document: 'ERR',
    section: 'row 2: create without a body',
    sentenceSha256: 'b0dbc27663200b670477df35127e5d61a0c6d567a16b17ad6cfbe46d17419c7d',
  },
  dueDateInPast: {
    document: 'ERR',
    section: 'row 3: due date in the past',
    sentenceSha256: 'c8e662b39f5e74708470a362a617f434216b7ed28b303cf2e55879067c5615e6',
  },
  invalidEscape: {
    document: 'ERR',
    section: 'row 4: invalid JSON escape',
    sentenceSha256: '3bd503d49b3617c0bc022ed7ce3106b4d3d3fff98f156df5dd4241ae2c1a02dd',
  },
  submissionType: {
    document: 'ERR',
    section: 'row 5: empty value in submission_types',
    sentenceSha256: '87860ef88b3f21e11f7040c60ae4c412533b43e77947ba6e27c0294c203070d4',
  },
  missingValue: {
    document: 'ERR',
    section: 'row 6: comma in place of a value',
    sentenceSha256: '8600fb7d0d90ff29374625496b2ff41786647dbabcbfc1a05495bbe3605c5f93',
  },
  malformedJson: {
    document: 'ERR',
    section: 'row 7: malformed JSON',
    sentenceSha256: 'f83eaa006f7130bfa739a74b14e9d7b21126b91178ea1cbe212819d76400c637',
  },
  invalidId: {
    document: 'ERR',
    section: 'row 8: malformed assignment id',
    sentenceSha256: '691e775b92b8a04a8b2ea4f4043f80c1d11551ec61a8070d0b4f5c7b0ad47da4',
  },
  unknownGrader: {
    document: 'ERR',
    section: 'row 9: grader who is not a known teacher',
    sentenceSha256: '6f1e116dc8a3e572450e0c67f9f42b8667650d64cb7c9df9165bdd666fe9d55b',
  },
  updateDueDate: {
    document: 'ERR',
    section: 'row 10: due date on update',
    sentenceSha256: 'c0b136805c4d1258045add99f72c5459d46963fec41bffb4a779c24cbd6b6b58',
  },
  lmsRequired: {
    document: 'ERR',
    section: 'row 11: missing field that the LMS requires',
    sentenceSha256: '468dfed405cb0b6068ca9e5c9722ed56352bbb54078635f7bb6800bf726b073d',
  },
  noAssignees: {
    document: 'ERR',
    section: 'row 12: no assignees',
    sentenceSha256: 'e56e8f654fc5c8c5178b8206e896a948d57b74bb33a7fd05c1077502f1ccc532',
  },
  noToken: {
    document: 'ERR',
    section: 'row 13: no token',
    sentenceSha256: 'de7edd424c6cb1fbe1b35e267c013e6faa5ef970c8822490f458bc242f7eb132',
  },
  badToken: {
    document: 'ERR',
    section: 'row 14: invalid token',
    sentenceSha256: '43338c46bcd915c16088b0cefedaaca35321218f0f1d5547fbae0bdb96d0c47a',
  },
  deletedAssignment: {
    document: 'ERR',
    section: 'row 15: deleted assignment',
    sentenceSha256: '1d71b3b333e6edafb1243603bcadeb33812e3bd4bb638cd1479c7b0e658e2a82',
  },
  userNotFound: {
    document: 'ERR',
    section: 'row 16: student outside section or assignment',
    sentenceSha256: '06337729e05bca5d66b9d116aeb41123db1264b3a677e0cd1c03b317863efb29',
  },
  unsupportedMethod: {
    document: 'ERR',
    section: 'row 17: method that a path does not support',
    sentenceSha256: '7a70c489703727f2d0ffe453e72c9e465027dbe636e2cfbbaa4ae3f3be98ec75',
  },
} as const satisfies Readonly<Record<string, Source>>;
