// Written by npm run generate out of docs/*.schema.json. Do not edit.
export const isReport = validate20;
const schema31 = {"type":"object","required":["format","formatVersion","tool","catalogue","side","subject","environment","seed","startedAt","durationMs","verdict","failOn","counts","requirements","doubts","baseline","evidence"],"properties":{"format":{"const":"clever-conformance/report"},"formatVersion":{"const":1},"tool":{"type":"object","required":["name","version"],"properties":{"name":{"type":"string"},"version":{"type":"string"}}},"catalogue":{"type":"object","required":["version","digest"],"properties":{"version":{"type":"string"},"digest":{"$ref":"#/$defs/sha256"}}},"side":{"$ref":"#/$defs/side"},"subject":{"type":"object","required":["kind","name"],"properties":{"kind":{"enum":["sandbox","replay","live","command","module","har"]},"name":{"type":"string"}}},"environment":{"type":"object","additionalProperties":{"type":["string","number","boolean"]}},"seed":{"type":"integer"},"startedAt":{"type":"string","format":"date-time"},"durationMs":{"type":"number","minimum":0},"verdict":{"enum":["conforming","non-conforming","inconclusive"]},"inconclusive":{"type":"string"},"shard":{"type":"object","required":["index","of"],"properties":{"index":{"type":"integer","minimum":1},"of":{"type":"integer","minimum":1}}},"failOn":{"type":"array","items":{"type":"string","enum":["recommended","untested"]},"uniqueItems":true},"counts":{"type":"object","required":["passed","failed","cantTell","inapplicable","untested","warnings"],"properties":{"passed":{"$ref":"#/$defs/count"},"failed":{"$ref":"#/$defs/count"},"cantTell":{"$ref":"#/$defs/count"},"inapplicable":{"$ref":"#/$defs/count"},"untested":{"$ref":"#/$defs/count"},"warnings":{"$ref":"#/$defs/count"}}},"coverage":{"type":"object","required":["required","passed","failed","cantTell","untested","apis"],"properties":{"required":{"$ref":"#/$defs/count"},"passed":{"$ref":"#/$defs/count"},"failed":{"$ref":"#/$defs/count"},"cantTell":{"$ref":"#/$defs/count"},"untested":{"$ref":"#/$defs/count"},"apis":{"type":"array","items":{"type":"object","required":["name","required","passed","failed","cantTell","untested"],"properties":{"name":{"type":"string"},"required":{"$ref":"#/$defs/count"},"passed":{"$ref":"#/$defs/count"},"failed":{"$ref":"#/$defs/count"},"cantTell":{"$ref":"#/$defs/count"},"untested":{"$ref":"#/$defs/count"}}}}}},"requirements":{"type":"array","items":{"$ref":"#/$defs/requirement"}},"doubts":{"type":"array","items":{"type":"object","required":["id","title","positions","judgedAs"],"properties":{"id":{"type":"string"},"title":{"type":"string"},"positions":{"type":"array","items":{"type":"object","required":["source","says"],"properties":{"source":{"enum":["OV","ERR","SPEC","WIRE","OWN"]},"says":{"type":"string"}}}},"judgedAs":{"type":"string"}}}},"budget":{"type":"object","required":["share","advertised","requests","busiestWindow","unpaced"],"properties":{"share":{"type":"number","minimum":0,"maximum":1},"advertised":{"$ref":"#/$defs/count"},"requests":{"$ref":"#/$defs/count"},"busiestWindow":{"$ref":"#/$defs/count"},"unpaced":{"$ref":"#/$defs/count"},"windows":{"type":"array","items":{"type":"object","required":["startMs","endMs","requests"],"properties":{"startMs":{"type":"number"},"endMs":{"type":"number"},"requests":{"$ref":"#/$defs/count"}}}}}},"baseline":{"type":"array","items":{"type":"object","required":["id","reason","expires","state"],"properties":{"id":{"type":"string"},"case":{"type":"string"},"reason":{"type":"string"},"owner":{"type":"string"},"link":{"type":"string"},"expires":{"type":"string"},"state":{"enum":["holds","stale","expired","refused"]},"why":{"type":"string"}}}},"outputs":{"type":"object","additionalProperties":{"type":"object","required":["ending","lines"],"properties":{"ending":{"type":"string"},"lines":{"type":"array","items":{"type":"string"}}}}},"withheld":{"type":"array","items":{"type":"object","required":["field","place","count","found","from"],"properties":{"field":{"type":"string"},"place":{"type":"string"},"count":{"type":"integer","minimum":1},"found":{"enum":["plain","escaped","base64","hex","named","series"]},"from":{"type":"string"}}}},"evidence":{"type":"object","required":["file","sha256"],"properties":{"file":{"type":"string"},"sha256":{"$ref":"#/$defs/sha256"}}}},"allOf":[{}],"$defs":{"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"count":{"type":"integer","minimum":0},"side":{"enum":["server","client"]},"outcome":{"enum":["passed","failed","cantTell","inapplicable","untested"]},"requirement":{"type":"object","required":["id","binds","level","outcome","cases","findings"],"properties":{"id":{"type":"string","pattern":"^[a-z-]+/[a-z0-9.-]+$"},"binds":{"$ref":"#/$defs/side"},"level":{"enum":["required","recommended","observed"]},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"notSelected":{"const":true},"cases":{"type":"array","items":{"type":"object","required":["name","outcome"],"properties":{"name":{"type":"string"},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"reason":{"type":"string"},"notes":{"type":"array","items":{"type":"string"}}}}},"findings":{"type":"array","items":{"type":"object","required":["case","message","expected","actual"],"properties":{"case":{"type":"string"},"message":{"type":"string"},"expected":{"type":"string"},"actual":{"type":"string"},"exchange":{"type":"integer","minimum":0}}}},"truncated":{"type":"object","required":["cases","findings"],"properties":{"cases":{"$ref":"#/$defs/count"},"findings":{"$ref":"#/$defs/count"}}},"killedMutants":{"$ref":"#/$defs/count"}},"allOf":[{},{}]}}};
const schema32 = {"type":"string","pattern":"^[0-9a-f]{64}$"};
const schema33 = {"enum":["server","client"]};
const schema34 = {"type":"integer","minimum":0};
const pattern4 = new RegExp("^[0-9a-f]{64}$", "u");
const formats0 = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?Z$/;
const schema50 = {"type":"object","required":["id","binds","level","outcome","cases","findings"],"properties":{"id":{"type":"string","pattern":"^[a-z-]+/[a-z0-9.-]+$"},"binds":{"$ref":"#/$defs/side"},"level":{"enum":["required","recommended","observed"]},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"notSelected":{"const":true},"cases":{"type":"array","items":{"type":"object","required":["name","outcome"],"properties":{"name":{"type":"string"},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"reason":{"type":"string"},"notes":{"type":"array","items":{"type":"string"}}}}},"findings":{"type":"array","items":{"type":"object","required":["case","message","expected","actual"],"properties":{"case":{"type":"string"},"message":{"type":"string"},"expected":{"type":"string"},"actual":{"type":"string"},"exchange":{"type":"integer","minimum":0}}}},"truncated":{"type":"object","required":["cases","findings"],"properties":{"cases":{"$ref":"#/$defs/count"},"findings":{"$ref":"#/$defs/count"}}},"killedMutants":{"$ref":"#/$defs/count"}},"allOf":[{},{}]};
const schema52 = {"enum":["passed","failed","cantTell","inapplicable","untested"]};
const pattern5 = new RegExp("^[a-z-]+/[a-z0-9.-]+$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.binds === undefined) && (missing0 = "binds"))) || ((data.level === undefined) && (missing0 = "level"))) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.cases === undefined) && (missing0 = "cases"))) || ((data.findings === undefined) && (missing0 = "findings"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined){
let data0 = data.id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate21.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z-]+/[a-z0-9.-]+$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs1 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.binds !== undefined){
let data1 = data.binds;
const _errs3 = errors;
if(!((data1 === "server") || (data1 === "client"))){
validate21.errors = [{instancePath:instancePath+"/binds",schemaPath:"#/$defs/side/enum",keyword:"enum",params:{allowedValues: schema33.enum}}];
return false;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.level !== undefined){
let data2 = data.level;
const _errs5 = errors;
if(!(((data2 === "required") || (data2 === "recommended")) || (data2 === "observed"))){
validate21.errors = [{instancePath:instancePath+"/level",schemaPath:"#/properties/level/enum",keyword:"enum",params:{allowedValues: schema50.properties.level.enum}}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.outcome !== undefined){
let data3 = data.outcome;
const _errs6 = errors;
if(!(((((data3 === "passed") || (data3 === "failed")) || (data3 === "cantTell")) || (data3 === "inapplicable")) || (data3 === "untested"))){
validate21.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/$defs/outcome/enum",keyword:"enum",params:{allowedValues: schema52.enum}}];
return false;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.why !== undefined){
const _errs8 = errors;
if(typeof data.why !== "string"){
validate21.errors = [{instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.notSelected !== undefined){
const _errs10 = errors;
if(true !== data.notSelected){
validate21.errors = [{instancePath:instancePath+"/notSelected",schemaPath:"#/properties/notSelected/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.cases !== undefined){
let data6 = data.cases;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
var valid4 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((data7.name === undefined) && (missing1 = "name")) || ((data7.outcome === undefined) && (missing1 = "outcome"))){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data7.name !== undefined){
const _errs15 = errors;
if(typeof data7.name !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/name",schemaPath:"#/properties/cases/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.outcome !== undefined){
let data9 = data7.outcome;
const _errs17 = errors;
if(!(((((data9 === "passed") || (data9 === "failed")) || (data9 === "cantTell")) || (data9 === "inapplicable")) || (data9 === "untested"))){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/outcome",schemaPath:"#/$defs/outcome/enum",keyword:"enum",params:{allowedValues: schema52.enum}}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.why !== undefined){
const _errs19 = errors;
if(typeof data7.why !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/why",schemaPath:"#/properties/cases/items/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.reason !== undefined){
const _errs21 = errors;
if(typeof data7.reason !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/reason",schemaPath:"#/properties/cases/items/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.notes !== undefined){
let data12 = data7.notes;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data12)){
var valid7 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
const _errs25 = errors;
if(typeof data12[i1] !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/notes/" + i1,schemaPath:"#/properties/cases/items/properties/notes/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs25 === errors;
if(!valid7){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/notes",schemaPath:"#/properties/cases/items/properties/notes/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.findings !== undefined){
let data14 = data.findings;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data14)){
var valid8 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
const _errs29 = errors;
if(errors === _errs29){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing2;
if(((((data15.case === undefined) && (missing2 = "case")) || ((data15.message === undefined) && (missing2 = "message"))) || ((data15.expected === undefined) && (missing2 = "expected"))) || ((data15.actual === undefined) && (missing2 = "actual"))){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data15.case !== undefined){
const _errs31 = errors;
if(typeof data15.case !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/case",schemaPath:"#/properties/findings/items/properties/case/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs31 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.message !== undefined){
const _errs33 = errors;
if(typeof data15.message !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/message",schemaPath:"#/properties/findings/items/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs33 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.expected !== undefined){
const _errs35 = errors;
if(typeof data15.expected !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/expected",schemaPath:"#/properties/findings/items/properties/expected/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs35 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.actual !== undefined){
const _errs37 = errors;
if(typeof data15.actual !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/actual",schemaPath:"#/properties/findings/items/properties/actual/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs37 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.exchange !== undefined){
let data20 = data15.exchange;
const _errs39 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/exchange",schemaPath:"#/properties/findings/items/properties/exchange/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs39){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/exchange",schemaPath:"#/properties/findings/items/properties/exchange/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid9 = _errs39 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/findings/" + i2,schemaPath:"#/properties/findings/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid8 = _errs29 === errors;
if(!valid8){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs27 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.truncated !== undefined){
let data21 = data.truncated;
const _errs41 = errors;
if(errors === _errs41){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing3;
if(((data21.cases === undefined) && (missing3 = "cases")) || ((data21.findings === undefined) && (missing3 = "findings"))){
validate21.errors = [{instancePath:instancePath+"/truncated",schemaPath:"#/properties/truncated/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data21.cases !== undefined){
let data22 = data21.cases;
const _errs43 = errors;
const _errs44 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate21.errors = [{instancePath:instancePath+"/truncated/cases",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs44){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
validate21.errors = [{instancePath:instancePath+"/truncated/cases",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid10 = _errs43 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data21.findings !== undefined){
let data23 = data21.findings;
const _errs46 = errors;
const _errs47 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate21.errors = [{instancePath:instancePath+"/truncated/findings",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs47){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
validate21.errors = [{instancePath:instancePath+"/truncated/findings",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid10 = _errs46 === errors;
}
else {
var valid10 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/truncated",schemaPath:"#/properties/truncated/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs41 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.killedMutants !== undefined){
let data24 = data.killedMutants;
const _errs49 = errors;
const _errs50 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate21.errors = [{instancePath:instancePath+"/killedMutants",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs50){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
validate21.errors = [{instancePath:instancePath+"/killedMutants",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid1 = _errs49 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":{"id":true,"binds":true,"level":true,"outcome":true,"why":true,"notSelected":true,"cases":true,"findings":true,"truncated":true,"killedMutants":true},"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((data.format === undefined) && (missing0 = "format")) || ((data.formatVersion === undefined) && (missing0 = "formatVersion"))) || ((data.tool === undefined) && (missing0 = "tool"))) || ((data.catalogue === undefined) && (missing0 = "catalogue"))) || ((data.side === undefined) && (missing0 = "side"))) || ((data.subject === undefined) && (missing0 = "subject"))) || ((data.environment === undefined) && (missing0 = "environment"))) || ((data.seed === undefined) && (missing0 = "seed"))) || ((data.startedAt === undefined) && (missing0 = "startedAt"))) || ((data.durationMs === undefined) && (missing0 = "durationMs"))) || ((data.verdict === undefined) && (missing0 = "verdict"))) || ((data.failOn === undefined) && (missing0 = "failOn"))) || ((data.counts === undefined) && (missing0 = "counts"))) || ((data.requirements === undefined) && (missing0 = "requirements"))) || ((data.doubts === undefined) && (missing0 = "doubts"))) || ((data.baseline === undefined) && (missing0 = "baseline"))) || ((data.evidence === undefined) && (missing0 = "evidence"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.format !== undefined){
const _errs1 = errors;
if("clever-conformance/report" !== data.format){
validate20.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "clever-conformance/report"}}];
return false;
}
var valid1 = _errs1 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.formatVersion !== undefined){
const _errs2 = errors;
if(1 !== data.formatVersion){
validate20.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"#/properties/formatVersion/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid1 = _errs2 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.tool !== undefined){
let data2 = data.tool;
const _errs3 = errors;
if(errors === _errs3){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.name === undefined) && (missing1 = "name")) || ((data2.version === undefined) && (missing1 = "version"))){
validate20.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data2.name !== undefined){
const _errs5 = errors;
if(typeof data2.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/tool/name",schemaPath:"#/properties/tool/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.version !== undefined){
const _errs7 = errors;
if(typeof data2.version !== "string"){
validate20.errors = [{instancePath:instancePath+"/tool/version",schemaPath:"#/properties/tool/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.catalogue !== undefined){
let data5 = data.catalogue;
const _errs9 = errors;
if(errors === _errs9){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if(((data5.version === undefined) && (missing2 = "version")) || ((data5.digest === undefined) && (missing2 = "digest"))){
validate20.errors = [{instancePath:instancePath+"/catalogue",schemaPath:"#/properties/catalogue/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data5.version !== undefined){
const _errs11 = errors;
if(typeof data5.version !== "string"){
validate20.errors = [{instancePath:instancePath+"/catalogue/version",schemaPath:"#/properties/catalogue/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.digest !== undefined){
let data7 = data5.digest;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
validate20.errors = [{instancePath:instancePath+"/catalogue/digest",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/catalogue/digest",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/catalogue",schemaPath:"#/properties/catalogue/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.side !== undefined){
let data8 = data.side;
const _errs16 = errors;
if(!((data8 === "server") || (data8 === "client"))){
validate20.errors = [{instancePath:instancePath+"/side",schemaPath:"#/$defs/side/enum",keyword:"enum",params:{allowedValues: schema33.enum}}];
return false;
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.subject !== undefined){
let data9 = data.subject;
const _errs18 = errors;
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing3;
if(((data9.kind === undefined) && (missing3 = "kind")) || ((data9.name === undefined) && (missing3 = "name"))){
validate20.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data9.kind !== undefined){
let data10 = data9.kind;
const _errs20 = errors;
if(!((((((data10 === "sandbox") || (data10 === "replay")) || (data10 === "live")) || (data10 === "command")) || (data10 === "module")) || (data10 === "har"))){
validate20.errors = [{instancePath:instancePath+"/subject/kind",schemaPath:"#/properties/subject/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.subject.properties.kind.enum}}];
return false;
}
var valid6 = _errs20 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.name !== undefined){
const _errs21 = errors;
if(typeof data9.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/subject/name",schemaPath:"#/properties/subject/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs21 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs18 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.environment !== undefined){
let data12 = data.environment;
const _errs23 = errors;
if(errors === _errs23){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key0 in data12){
let data13 = data12[key0];
const _errs26 = errors;
if(((typeof data13 !== "string") && (!((typeof data13 == "number") && (isFinite(data13))))) && (typeof data13 !== "boolean")){
validate20.errors = [{instancePath:instancePath+"/environment/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environment/additionalProperties/type",keyword:"type",params:{type: schema31.properties.environment.additionalProperties.type}}];
return false;
}
var valid7 = _errs26 === errors;
if(!valid7){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs23 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.seed !== undefined){
let data14 = data.seed;
const _errs28 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate20.errors = [{instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid1 = _errs28 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.startedAt !== undefined){
let data15 = data.startedAt;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data15 === "string"){
if(!(formats0.test(data15))){
validate20.errors = [{instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid1 = _errs30 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.durationMs !== undefined){
let data16 = data.durationMs;
const _errs32 = errors;
if(errors === _errs32){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate20.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid1 = _errs32 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.verdict !== undefined){
let data17 = data.verdict;
const _errs34 = errors;
if(!(((data17 === "conforming") || (data17 === "non-conforming")) || (data17 === "inconclusive"))){
validate20.errors = [{instancePath:instancePath+"/verdict",schemaPath:"#/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema31.properties.verdict.enum}}];
return false;
}
var valid1 = _errs34 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.inconclusive !== undefined){
const _errs35 = errors;
if(typeof data.inconclusive !== "string"){
validate20.errors = [{instancePath:instancePath+"/inconclusive",schemaPath:"#/properties/inconclusive/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs35 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.shard !== undefined){
let data19 = data.shard;
const _errs37 = errors;
if(errors === _errs37){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing4;
if(((data19.index === undefined) && (missing4 = "index")) || ((data19.of === undefined) && (missing4 = "of"))){
validate20.errors = [{instancePath:instancePath+"/shard",schemaPath:"#/properties/shard/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data19.index !== undefined){
let data20 = data19.index;
const _errs39 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/properties/shard/properties/index/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs39){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/properties/shard/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid8 = _errs39 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.of !== undefined){
let data21 = data19.of;
const _errs41 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/properties/shard/properties/of/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs41){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/properties/shard/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid8 = _errs41 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/shard",schemaPath:"#/properties/shard/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs37 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.failOn !== undefined){
let data22 = data.failOn;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data22)){
var valid9 = true;
const len0 = data22.length;
for(let i0=0; i0<len0; i0++){
let data23 = data22[i0];
const _errs45 = errors;
if(typeof data23 !== "string"){
validate20.errors = [{instancePath:instancePath+"/failOn/" + i0,schemaPath:"#/properties/failOn/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data23 === "recommended") || (data23 === "untested"))){
validate20.errors = [{instancePath:instancePath+"/failOn/" + i0,schemaPath:"#/properties/failOn/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.failOn.items.enum}}];
return false;
}
var valid9 = _errs45 === errors;
if(!valid9){
break;
}
}
if(valid9){
let i1 = data22.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data22[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate20.errors = [{instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs43 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.counts !== undefined){
let data24 = data.counts;
const _errs47 = errors;
if(errors === _errs47){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing5;
if(((((((data24.passed === undefined) && (missing5 = "passed")) || ((data24.failed === undefined) && (missing5 = "failed"))) || ((data24.cantTell === undefined) && (missing5 = "cantTell"))) || ((data24.inapplicable === undefined) && (missing5 = "inapplicable"))) || ((data24.untested === undefined) && (missing5 = "untested"))) || ((data24.warnings === undefined) && (missing5 = "warnings"))){
validate20.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data24.passed !== undefined){
let data25 = data24.passed;
const _errs49 = errors;
const _errs50 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate20.errors = [{instancePath:instancePath+"/counts/passed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs50){
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 0 || isNaN(data25)){
validate20.errors = [{instancePath:instancePath+"/counts/passed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.failed !== undefined){
let data26 = data24.failed;
const _errs52 = errors;
const _errs53 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate20.errors = [{instancePath:instancePath+"/counts/failed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs53){
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
validate20.errors = [{instancePath:instancePath+"/counts/failed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid11 = _errs52 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.cantTell !== undefined){
let data27 = data24.cantTell;
const _errs55 = errors;
const _errs56 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
validate20.errors = [{instancePath:instancePath+"/counts/cantTell",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs56){
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
validate20.errors = [{instancePath:instancePath+"/counts/cantTell",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid11 = _errs55 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.inapplicable !== undefined){
let data28 = data24.inapplicable;
const _errs58 = errors;
const _errs59 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
validate20.errors = [{instancePath:instancePath+"/counts/inapplicable",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs59){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
validate20.errors = [{instancePath:instancePath+"/counts/inapplicable",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid11 = _errs58 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.untested !== undefined){
let data29 = data24.untested;
const _errs61 = errors;
const _errs62 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate20.errors = [{instancePath:instancePath+"/counts/untested",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs62){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
validate20.errors = [{instancePath:instancePath+"/counts/untested",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid11 = _errs61 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.warnings !== undefined){
let data30 = data24.warnings;
const _errs64 = errors;
const _errs65 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate20.errors = [{instancePath:instancePath+"/counts/warnings",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs65){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 0 || isNaN(data30)){
validate20.errors = [{instancePath:instancePath+"/counts/warnings",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid11 = _errs64 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs47 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.coverage !== undefined){
let data31 = data.coverage;
const _errs67 = errors;
if(errors === _errs67){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing6;
if(((((((data31.required === undefined) && (missing6 = "required")) || ((data31.passed === undefined) && (missing6 = "passed"))) || ((data31.failed === undefined) && (missing6 = "failed"))) || ((data31.cantTell === undefined) && (missing6 = "cantTell"))) || ((data31.untested === undefined) && (missing6 = "untested"))) || ((data31.apis === undefined) && (missing6 = "apis"))){
validate20.errors = [{instancePath:instancePath+"/coverage",schemaPath:"#/properties/coverage/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data31.required !== undefined){
let data32 = data31.required;
const _errs69 = errors;
const _errs70 = errors;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
validate20.errors = [{instancePath:instancePath+"/coverage/required",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs70){
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
validate20.errors = [{instancePath:instancePath+"/coverage/required",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid18 = _errs69 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data31.passed !== undefined){
let data33 = data31.passed;
const _errs72 = errors;
const _errs73 = errors;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
validate20.errors = [{instancePath:instancePath+"/coverage/passed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs73){
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 0 || isNaN(data33)){
validate20.errors = [{instancePath:instancePath+"/coverage/passed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid18 = _errs72 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data31.failed !== undefined){
let data34 = data31.failed;
const _errs75 = errors;
const _errs76 = errors;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
validate20.errors = [{instancePath:instancePath+"/coverage/failed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs76){
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 0 || isNaN(data34)){
validate20.errors = [{instancePath:instancePath+"/coverage/failed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid18 = _errs75 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data31.cantTell !== undefined){
let data35 = data31.cantTell;
const _errs78 = errors;
const _errs79 = errors;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
validate20.errors = [{instancePath:instancePath+"/coverage/cantTell",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs79){
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
validate20.errors = [{instancePath:instancePath+"/coverage/cantTell",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid18 = _errs78 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data31.untested !== undefined){
let data36 = data31.untested;
const _errs81 = errors;
const _errs82 = errors;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
validate20.errors = [{instancePath:instancePath+"/coverage/untested",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs82){
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
validate20.errors = [{instancePath:instancePath+"/coverage/untested",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid18 = _errs81 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data31.apis !== undefined){
let data37 = data31.apis;
const _errs84 = errors;
if(errors === _errs84){
if(Array.isArray(data37)){
var valid24 = true;
const len1 = data37.length;
for(let i2=0; i2<len1; i2++){
let data38 = data37[i2];
const _errs86 = errors;
if(errors === _errs86){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
let missing7;
if(((((((data38.name === undefined) && (missing7 = "name")) || ((data38.required === undefined) && (missing7 = "required"))) || ((data38.passed === undefined) && (missing7 = "passed"))) || ((data38.failed === undefined) && (missing7 = "failed"))) || ((data38.cantTell === undefined) && (missing7 = "cantTell"))) || ((data38.untested === undefined) && (missing7 = "untested"))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2,schemaPath:"#/properties/coverage/properties/apis/items/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
if(data38.name !== undefined){
const _errs88 = errors;
if(typeof data38.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/name",schemaPath:"#/properties/coverage/properties/apis/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid25 = _errs88 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data38.required !== undefined){
let data40 = data38.required;
const _errs90 = errors;
const _errs91 = errors;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/required",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs91){
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 0 || isNaN(data40)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/required",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid25 = _errs90 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data38.passed !== undefined){
let data41 = data38.passed;
const _errs93 = errors;
const _errs94 = errors;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/passed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs94){
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 < 0 || isNaN(data41)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/passed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid25 = _errs93 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data38.failed !== undefined){
let data42 = data38.failed;
const _errs96 = errors;
const _errs97 = errors;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/failed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs97){
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 < 0 || isNaN(data42)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/failed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid25 = _errs96 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data38.cantTell !== undefined){
let data43 = data38.cantTell;
const _errs99 = errors;
const _errs100 = errors;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/cantTell",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs100){
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 0 || isNaN(data43)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/cantTell",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid25 = _errs99 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data38.untested !== undefined){
let data44 = data38.untested;
const _errs102 = errors;
const _errs103 = errors;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/untested",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs103){
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 0 || isNaN(data44)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/untested",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid25 = _errs102 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2,schemaPath:"#/properties/coverage/properties/apis/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid24 = _errs86 === errors;
if(!valid24){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/coverage/apis",schemaPath:"#/properties/coverage/properties/apis/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs84 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/coverage",schemaPath:"#/properties/coverage/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs67 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.requirements !== undefined){
let data45 = data.requirements;
const _errs105 = errors;
if(errors === _errs105){
if(Array.isArray(data45)){
var valid31 = true;
const len2 = data45.length;
for(let i3=0; i3<len2; i3++){
const _errs107 = errors;
if(!(validate21(data45[i3], {instancePath:instancePath+"/requirements/" + i3,parentData:data45,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid31 = _errs107 === errors;
if(!valid31){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/requirements",schemaPath:"#/properties/requirements/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs105 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.doubts !== undefined){
let data47 = data.doubts;
const _errs108 = errors;
if(errors === _errs108){
if(Array.isArray(data47)){
var valid32 = true;
const len3 = data47.length;
for(let i4=0; i4<len3; i4++){
let data48 = data47[i4];
const _errs110 = errors;
if(errors === _errs110){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing8;
if(((((data48.id === undefined) && (missing8 = "id")) || ((data48.title === undefined) && (missing8 = "title"))) || ((data48.positions === undefined) && (missing8 = "positions"))) || ((data48.judgedAs === undefined) && (missing8 = "judgedAs"))){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4,schemaPath:"#/properties/doubts/items/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
if(data48.id !== undefined){
const _errs112 = errors;
if(typeof data48.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/id",schemaPath:"#/properties/doubts/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid33 = _errs112 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data48.title !== undefined){
const _errs114 = errors;
if(typeof data48.title !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/title",schemaPath:"#/properties/doubts/items/properties/title/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid33 = _errs114 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data48.positions !== undefined){
let data51 = data48.positions;
const _errs116 = errors;
if(errors === _errs116){
if(Array.isArray(data51)){
var valid34 = true;
const len4 = data51.length;
for(let i5=0; i5<len4; i5++){
let data52 = data51[i5];
const _errs118 = errors;
if(errors === _errs118){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
let missing9;
if(((data52.source === undefined) && (missing9 = "source")) || ((data52.says === undefined) && (missing9 = "says"))){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/positions/" + i5,schemaPath:"#/properties/doubts/items/properties/positions/items/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
if(data52.source !== undefined){
let data53 = data52.source;
const _errs120 = errors;
if(!(((((data53 === "OV") || (data53 === "ERR")) || (data53 === "SPEC")) || (data53 === "WIRE")) || (data53 === "OWN"))){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/positions/" + i5+"/source",schemaPath:"#/properties/doubts/items/properties/positions/items/properties/source/enum",keyword:"enum",params:{allowedValues: schema31.properties.doubts.items.properties.positions.items.properties.source.enum}}];
return false;
}
var valid35 = _errs120 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data52.says !== undefined){
const _errs121 = errors;
if(typeof data52.says !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/positions/" + i5+"/says",schemaPath:"#/properties/doubts/items/properties/positions/items/properties/says/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid35 = _errs121 === errors;
}
else {
var valid35 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/positions/" + i5,schemaPath:"#/properties/doubts/items/properties/positions/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid34 = _errs118 === errors;
if(!valid34){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/positions",schemaPath:"#/properties/doubts/items/properties/positions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid33 = _errs116 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data48.judgedAs !== undefined){
const _errs123 = errors;
if(typeof data48.judgedAs !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4+"/judgedAs",schemaPath:"#/properties/doubts/items/properties/judgedAs/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid33 = _errs123 === errors;
}
else {
var valid33 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts/" + i4,schemaPath:"#/properties/doubts/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid32 = _errs110 === errors;
if(!valid32){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts",schemaPath:"#/properties/doubts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs108 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.budget !== undefined){
let data56 = data.budget;
const _errs125 = errors;
if(errors === _errs125){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing10;
if((((((data56.share === undefined) && (missing10 = "share")) || ((data56.advertised === undefined) && (missing10 = "advertised"))) || ((data56.requests === undefined) && (missing10 = "requests"))) || ((data56.busiestWindow === undefined) && (missing10 = "busiestWindow"))) || ((data56.unpaced === undefined) && (missing10 = "unpaced"))){
validate20.errors = [{instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
if(data56.share !== undefined){
let data57 = data56.share;
const _errs127 = errors;
if(errors === _errs127){
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1 || isNaN(data57)){
validate20.errors = [{instancePath:instancePath+"/budget/share",schemaPath:"#/properties/budget/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data57 < 0 || isNaN(data57)){
validate20.errors = [{instancePath:instancePath+"/budget/share",schemaPath:"#/properties/budget/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget/share",schemaPath:"#/properties/budget/properties/share/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid36 = _errs127 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data56.advertised !== undefined){
let data58 = data56.advertised;
const _errs129 = errors;
const _errs130 = errors;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
validate20.errors = [{instancePath:instancePath+"/budget/advertised",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs130){
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 < 0 || isNaN(data58)){
validate20.errors = [{instancePath:instancePath+"/budget/advertised",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid36 = _errs129 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data56.requests !== undefined){
let data59 = data56.requests;
const _errs132 = errors;
const _errs133 = errors;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
validate20.errors = [{instancePath:instancePath+"/budget/requests",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs133){
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 0 || isNaN(data59)){
validate20.errors = [{instancePath:instancePath+"/budget/requests",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid36 = _errs132 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data56.busiestWindow !== undefined){
let data60 = data56.busiestWindow;
const _errs135 = errors;
const _errs136 = errors;
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
validate20.errors = [{instancePath:instancePath+"/budget/busiestWindow",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs136){
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 < 0 || isNaN(data60)){
validate20.errors = [{instancePath:instancePath+"/budget/busiestWindow",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid36 = _errs135 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data56.unpaced !== undefined){
let data61 = data56.unpaced;
const _errs138 = errors;
const _errs139 = errors;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
validate20.errors = [{instancePath:instancePath+"/budget/unpaced",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs139){
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 < 0 || isNaN(data61)){
validate20.errors = [{instancePath:instancePath+"/budget/unpaced",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid36 = _errs138 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data56.windows !== undefined){
let data62 = data56.windows;
const _errs141 = errors;
if(errors === _errs141){
if(Array.isArray(data62)){
var valid41 = true;
const len5 = data62.length;
for(let i6=0; i6<len5; i6++){
let data63 = data62[i6];
const _errs143 = errors;
if(errors === _errs143){
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
let missing11;
if((((data63.startMs === undefined) && (missing11 = "startMs")) || ((data63.endMs === undefined) && (missing11 = "endMs"))) || ((data63.requests === undefined) && (missing11 = "requests"))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i6,schemaPath:"#/properties/budget/properties/windows/items/required",keyword:"required",params:{missingProperty: missing11}}];
return false;
}
else {
if(data63.startMs !== undefined){
let data64 = data63.startMs;
const _errs145 = errors;
if(!((typeof data64 == "number") && (isFinite(data64)))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i6+"/startMs",schemaPath:"#/properties/budget/properties/windows/items/properties/startMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid42 = _errs145 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data63.endMs !== undefined){
let data65 = data63.endMs;
const _errs147 = errors;
if(!((typeof data65 == "number") && (isFinite(data65)))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i6+"/endMs",schemaPath:"#/properties/budget/properties/windows/items/properties/endMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid42 = _errs147 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data63.requests !== undefined){
let data66 = data63.requests;
const _errs149 = errors;
const _errs150 = errors;
if(!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i6+"/requests",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs150){
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 < 0 || isNaN(data66)){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i6+"/requests",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid42 = _errs149 === errors;
}
else {
var valid42 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i6,schemaPath:"#/properties/budget/properties/windows/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid41 = _errs143 === errors;
if(!valid41){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget/windows",schemaPath:"#/properties/budget/properties/windows/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid36 = _errs141 === errors;
}
else {
var valid36 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs125 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.baseline !== undefined){
let data67 = data.baseline;
const _errs152 = errors;
if(errors === _errs152){
if(Array.isArray(data67)){
var valid44 = true;
const len6 = data67.length;
for(let i7=0; i7<len6; i7++){
let data68 = data67[i7];
const _errs154 = errors;
if(errors === _errs154){
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
let missing12;
if(((((data68.id === undefined) && (missing12 = "id")) || ((data68.reason === undefined) && (missing12 = "reason"))) || ((data68.expires === undefined) && (missing12 = "expires"))) || ((data68.state === undefined) && (missing12 = "state"))){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7,schemaPath:"#/properties/baseline/items/required",keyword:"required",params:{missingProperty: missing12}}];
return false;
}
else {
if(data68.id !== undefined){
const _errs156 = errors;
if(typeof data68.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/id",schemaPath:"#/properties/baseline/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid45 = _errs156 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data68.case !== undefined){
const _errs158 = errors;
if(typeof data68.case !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/case",schemaPath:"#/properties/baseline/items/properties/case/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid45 = _errs158 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data68.reason !== undefined){
const _errs160 = errors;
if(typeof data68.reason !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/reason",schemaPath:"#/properties/baseline/items/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid45 = _errs160 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data68.owner !== undefined){
const _errs162 = errors;
if(typeof data68.owner !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/owner",schemaPath:"#/properties/baseline/items/properties/owner/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid45 = _errs162 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data68.link !== undefined){
const _errs164 = errors;
if(typeof data68.link !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/link",schemaPath:"#/properties/baseline/items/properties/link/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid45 = _errs164 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data68.expires !== undefined){
const _errs166 = errors;
if(typeof data68.expires !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/expires",schemaPath:"#/properties/baseline/items/properties/expires/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid45 = _errs166 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data68.state !== undefined){
let data75 = data68.state;
const _errs168 = errors;
if(!((((data75 === "holds") || (data75 === "stale")) || (data75 === "expired")) || (data75 === "refused"))){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/state",schemaPath:"#/properties/baseline/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema31.properties.baseline.items.properties.state.enum}}];
return false;
}
var valid45 = _errs168 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data68.why !== undefined){
const _errs169 = errors;
if(typeof data68.why !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7+"/why",schemaPath:"#/properties/baseline/items/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid45 = _errs169 === errors;
}
else {
var valid45 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/baseline/" + i7,schemaPath:"#/properties/baseline/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid44 = _errs154 === errors;
if(!valid44){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs152 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.outputs !== undefined){
let data77 = data.outputs;
const _errs171 = errors;
if(errors === _errs171){
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key1 in data77){
let data78 = data77[key1];
const _errs174 = errors;
if(errors === _errs174){
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
let missing13;
if(((data78.ending === undefined) && (missing13 = "ending")) || ((data78.lines === undefined) && (missing13 = "lines"))){
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/outputs/additionalProperties/required",keyword:"required",params:{missingProperty: missing13}}];
return false;
}
else {
if(data78.ending !== undefined){
const _errs176 = errors;
if(typeof data78.ending !== "string"){
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/ending",schemaPath:"#/properties/outputs/additionalProperties/properties/ending/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid47 = _errs176 === errors;
}
else {
var valid47 = true;
}
if(valid47){
if(data78.lines !== undefined){
let data80 = data78.lines;
const _errs178 = errors;
if(errors === _errs178){
if(Array.isArray(data80)){
var valid48 = true;
const len7 = data80.length;
for(let i8=0; i8<len7; i8++){
const _errs180 = errors;
if(typeof data80[i8] !== "string"){
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/lines/" + i8,schemaPath:"#/properties/outputs/additionalProperties/properties/lines/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid48 = _errs180 === errors;
if(!valid48){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/lines",schemaPath:"#/properties/outputs/additionalProperties/properties/lines/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid47 = _errs178 === errors;
}
else {
var valid47 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/outputs/additionalProperties/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid46 = _errs174 === errors;
if(!valid46){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs171 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.withheld !== undefined){
let data82 = data.withheld;
const _errs182 = errors;
if(errors === _errs182){
if(Array.isArray(data82)){
var valid49 = true;
const len8 = data82.length;
for(let i9=0; i9<len8; i9++){
let data83 = data82[i9];
const _errs184 = errors;
if(errors === _errs184){
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
let missing14;
if((((((data83.field === undefined) && (missing14 = "field")) || ((data83.place === undefined) && (missing14 = "place"))) || ((data83.count === undefined) && (missing14 = "count"))) || ((data83.found === undefined) && (missing14 = "found"))) || ((data83.from === undefined) && (missing14 = "from"))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9,schemaPath:"#/properties/withheld/items/required",keyword:"required",params:{missingProperty: missing14}}];
return false;
}
else {
if(data83.field !== undefined){
const _errs186 = errors;
if(typeof data83.field !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9+"/field",schemaPath:"#/properties/withheld/items/properties/field/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid50 = _errs186 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data83.place !== undefined){
const _errs188 = errors;
if(typeof data83.place !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9+"/place",schemaPath:"#/properties/withheld/items/properties/place/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid50 = _errs188 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data83.count !== undefined){
let data86 = data83.count;
const _errs190 = errors;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9+"/count",schemaPath:"#/properties/withheld/items/properties/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs190){
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 < 1 || isNaN(data86)){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9+"/count",schemaPath:"#/properties/withheld/items/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid50 = _errs190 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data83.found !== undefined){
let data87 = data83.found;
const _errs192 = errors;
if(!((((((data87 === "plain") || (data87 === "escaped")) || (data87 === "base64")) || (data87 === "hex")) || (data87 === "named")) || (data87 === "series"))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9+"/found",schemaPath:"#/properties/withheld/items/properties/found/enum",keyword:"enum",params:{allowedValues: schema31.properties.withheld.items.properties.found.enum}}];
return false;
}
var valid50 = _errs192 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data83.from !== undefined){
const _errs193 = errors;
if(typeof data83.from !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9+"/from",schemaPath:"#/properties/withheld/items/properties/from/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid50 = _errs193 === errors;
}
else {
var valid50 = true;
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/withheld/" + i9,schemaPath:"#/properties/withheld/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid49 = _errs184 === errors;
if(!valid49){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/withheld",schemaPath:"#/properties/withheld/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs182 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.evidence !== undefined){
let data89 = data.evidence;
const _errs195 = errors;
if(errors === _errs195){
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
let missing15;
if(((data89.file === undefined) && (missing15 = "file")) || ((data89.sha256 === undefined) && (missing15 = "sha256"))){
validate20.errors = [{instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/required",keyword:"required",params:{missingProperty: missing15}}];
return false;
}
else {
if(data89.file !== undefined){
const _errs197 = errors;
if(typeof data89.file !== "string"){
validate20.errors = [{instancePath:instancePath+"/evidence/file",schemaPath:"#/properties/evidence/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid51 = _errs197 === errors;
}
else {
var valid51 = true;
}
if(valid51){
if(data89.sha256 !== undefined){
let data91 = data89.sha256;
const _errs199 = errors;
const _errs200 = errors;
if(errors === _errs200){
if(typeof data91 === "string"){
if(!pattern4.test(data91)){
validate20.errors = [{instancePath:instancePath+"/evidence/sha256",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/evidence/sha256",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid51 = _errs199 === errors;
}
else {
var valid51 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs195 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":{"format":true,"formatVersion":true,"tool":true,"catalogue":true,"side":true,"subject":true,"environment":true,"seed":true,"startedAt":true,"durationMs":true,"verdict":true,"inconclusive":true,"shard":true,"failOn":true,"counts":true,"coverage":true,"requirements":true,"doubts":true,"budget":true,"baseline":true,"outputs":true,"withheld":true,"evidence":true},"dynamicProps":false,"dynamicItems":false};
