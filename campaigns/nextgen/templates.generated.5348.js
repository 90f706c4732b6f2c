// Made by templates/build.ts; change the templates instead. 4a9d662459a3bd2d
export const templates = {
messages: {
"date-change": {"label": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Change of date";
},"useData":true},
"subject": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "New times for the move to NextGen CM/ECF on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "date" ), depth0)) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "New date for NextGen CM/ECF: "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "date" ), depth0)) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "NextGen CM/ECF has been postponed";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"change"),"sameDay"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"preview": {"0":function(container,depth0,helpers,partials,data) {
    return "The day is the same, but the times have changed. ";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"change"),"hadDate"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "We previously told you "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"change"), "previous" ), depth0)) != null ? stack1 : "")
    + ". ";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "NextGen CM/ECF will start on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "")
    + ".";
},"4":function(container,depth0,helpers,partials,data) {
    return "We will email you when there is a new date.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"change"),"sameDay"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"html": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"change"),"sameDay"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>The times have changed, but the day has not.</strong> "
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " will move to NextGen CM/ECF, our new electronic filing system. It will start on <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0))
    + "</strong>."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + " Please disregard the times in our earlier emails.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate. We will email you if it changes.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"change"),"hadDate"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>The go-live date has changed.</strong> We previously told you that "
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "theName" ), depth0))
    + " would move to NextGen CM/ECF, our new electronic filing system, on "
    + alias3(alias2(alias1(lookupProperty(depth0,"change"), "previous" ), depth0))
    + ".</p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>There is news about the go-live date.</strong> We previously told you that "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0))
    + " would move to NextGen CM/ECF, our new electronic filing system, on a date to be announced.</p>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">The new date is <strong>"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0))
    + "</strong>."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"7":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">The move has been postponed, and the new date is <strong>to be announced</strong>. We will email you when it is set. Until then, you can file as you do today.</p>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>"
    + alias3(alias2(alias1(depth0, "subject" ), depth0))
    + "</title>\n<style>\n:root{color-scheme:light dark;supported-color-schemes:light dark}\na{overflow-wrap:anywhere}\nh1,.court{text-wrap:balance}\na:focus-visible{outline:3px solid #2491ff;outline-offset:2px}\n@media (max-width:480px){.band{padding:18px 18px 16px !important}.main{padding:22px 18px 8px !important}h1{font-size:23px !important}.box{padding:14px 16px 4px !important}}\n@media (prefers-color-scheme:dark){.back{background-color:#0e1116 !important}.page{background-color:#171b22 !important;color:#e9ecf1 !important}.band,.band p{background-color:#0f2442 !important}.main h1,.main h2,.main h3{color:#bcd8f7 !important}.main a{color:#8fc4ff !important}.box{background-color:#1d2a3b !important;border-left-color:#8fc4ff !important}.address{color:#b3bac5 !important}.main a.button{background-color:#8fc4ff !important;color:#0e1116 !important}hr{border-top-color:#3d4551 !important}}\n</style>\n</head>\n<body class=\"back\" style=\"margin:0;padding:0;background-color:#eef0f3\">\n<div style=\"display:none;max-height:0;overflow:hidden\">"
    + alias3(alias2(alias1(depth0, "preview" ), depth0))
    + "</div>\n\u003C!--[if mso]><table role=\"presentation\" align=\"center\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#ffffff\"><![endif]-->\n<div class=\"page\" style=\"max-width:600px;margin:0 auto;background-color:#ffffff;color:#1b1b1b;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif\">\n\u003C!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#162e51;padding:22px 28px\"><![endif]-->\n<header class=\"band\" style=\"background-color:#162e51;padding:24px 28px 20px;color:#ffffff\">\n<p class=\"court\" style=\"margin:0 0 6px;font:bold 20px/1.3 Georgia,'Times New Roman',serif;background-color:#162e51;color:#ffffff\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0))
    + "</p>\n<p style=\"margin:0;font-size:16px;background-color:#162e51;color:#dce4ef\">"
    + alias3(alias2(alias1(depth0, "label" ), depth0))
    + "<br>"
    + alias3(alias2(alias1(depth0, "sentOn" ), depth0))
    + "</p>\n</header>\n\u003C!--[if mso]></td></tr></table><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"padding:22px 28px\"><![endif]-->\n<main class=\"main\" style=\"padding:28px 28px 10px\">\n<h1 style=\"margin:0 0 18px;font:bold 26px/1.25 Georgia,'Times New Roman',serif;color:#162e51\">"
    + alias3(alias2(alias1(depth0, "headline" ), depth0))
    + "</h1>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias4,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"outage"),depth0,{"name":"outage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</div>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
"text": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"change"),"sameDay"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nThe times have changed, but the day has not. "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will move to NextGen CM/ECF, our new electronic filing system. It will start on "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + " Please disregard the times in our earlier emails.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate. We will email you if it changes.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"change"),"hadDate"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nThe go-live date has changed. We previously told you that "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " would move to NextGen CM/ECF, our new electronic filing system, on "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"change"), "previous" ), depth0)) != null ? stack1 : "")
    + ".\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nThere is news about the go-live date. We previously told you that "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " would move to NextGen CM/ECF, our new electronic filing system, on a date to be announced.\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nThe new date is "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"7":function(container,depth0,helpers,partials,data) {
    return "\nThe move has been postponed, and the new date is to be announced. We will email you when it is set. Until then, you can file as you do today.\n\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "label" ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "sentOn" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias3,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"outage"),depth0,{"name":"outage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},},
"follow-up": {"label": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return " "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"phase"), "number" ), depth0)) != null ? stack1 : "")
    + " of "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"phase"), "of" ), depth0)) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Reminder"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"phase"),"many"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"subject": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Your link is awaiting court approval";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"nothing"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Nothing for you to do for NextGen CM/ECF";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"warn"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"phase"),"last"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    return "Last reminder: link your PACER account, or you cannot file";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "You still cannot file. "
    + ((stack1 = container.invokePartial(lookupProperty(partials,"after-step"),depth0,{"name":"after-step","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    return "Need help? How to reach us to link your PACER account";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "You cannot file yet. "
    + ((stack1 = container.invokePartial(lookupProperty(partials,"after-step"),depth0,{"name":"after-step","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"preview": {"0":function(container,depth0,helpers,partials,data) {
    return "Our records do not show that your accounts are linked. Here is how to link them.";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "Who can help you link your accounts, and when.";
},"3":function(container,depth0,helpers,partials,data) {
    return "What happens if you do not link your accounts.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"html": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "<p style=\"margin:0 0 14px\">If you linked your accounts in the last few days, no further action is needed.</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>You cannot file in "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0))
    + " until you link your PACER account to your CM/ECF account.</strong> "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + ", and our records do not show that your accounts are linked.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "We have used NextGen CM/ECF since "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0));
},"3":function(container,depth0,helpers,partials,data) {
    return "We now use NextGen CM/ECF";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>You do not have to do this alone.</strong> Our records still do not show that your PACER and CM/ECF accounts are linked. You cannot file in "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0))
    + " until they are. Our help desk can walk you through it.</p>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>Our records still do not show that your PACER and CM/ECF accounts are linked.</strong> "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "")
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"phase"),"last"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "has used NextGen CM/ECF since "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0));
},"8":function(container,depth0,helpers,partials,data) {
    return "now uses NextGen CM/ECF";
},"9":function(container,depth0,helpers,partials,data) {
    return " This is the last reminder that we plan to send you.";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">What happens if you do not link</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"not-linked",{"name":"section","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"12":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Until your accounts are linked, you will not be able to file electronically in this court, even when a filing is due. You can link them at any time.</p>\n<p style=\"margin:0 0 14px\">If you no longer file in this court, please tell our help desk.</p>\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>"
    + alias3(alias2(alias1(depth0, "subject" ), depth0))
    + "</title>\n<style>\n:root{color-scheme:light dark;supported-color-schemes:light dark}\na{overflow-wrap:anywhere}\nh1,.court{text-wrap:balance}\na:focus-visible{outline:3px solid #2491ff;outline-offset:2px}\n@media (max-width:480px){.band{padding:18px 18px 16px !important}.main{padding:22px 18px 8px !important}h1{font-size:23px !important}.box{padding:14px 16px 4px !important}}\n@media (prefers-color-scheme:dark){.back{background-color:#0e1116 !important}.page{background-color:#171b22 !important;color:#e9ecf1 !important}.band,.band p{background-color:#0f2442 !important}.main h1,.main h2,.main h3{color:#bcd8f7 !important}.main a{color:#8fc4ff !important}.box{background-color:#1d2a3b !important;border-left-color:#8fc4ff !important}.address{color:#b3bac5 !important}.main a.button{background-color:#8fc4ff !important;color:#0e1116 !important}hr{border-top-color:#3d4551 !important}}\n</style>\n</head>\n<body class=\"back\" style=\"margin:0;padding:0;background-color:#eef0f3\">\n<div style=\"display:none;max-height:0;overflow:hidden\">"
    + alias3(alias2(alias1(depth0, "preview" ), depth0))
    + "</div>\n\u003C!--[if mso]><table role=\"presentation\" align=\"center\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#ffffff\"><![endif]-->\n<div class=\"page\" style=\"max-width:600px;margin:0 auto;background-color:#ffffff;color:#1b1b1b;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif\">\n\u003C!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#162e51;padding:22px 28px\"><![endif]-->\n<header class=\"band\" style=\"background-color:#162e51;padding:24px 28px 20px;color:#ffffff\">\n<p class=\"court\" style=\"margin:0 0 6px;font:bold 20px/1.3 Georgia,'Times New Roman',serif;background-color:#162e51;color:#ffffff\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0))
    + "</p>\n<p style=\"margin:0;font-size:16px;background-color:#162e51;color:#dce4ef\">"
    + alias3(alias2(alias1(depth0, "label" ), depth0))
    + "<br>"
    + alias3(alias2(alias1(depth0, "sentOn" ), depth0))
    + "</p>\n</header>\n\u003C!--[if mso]></td></tr></table><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"padding:22px 28px\"><![endif]-->\n<main class=\"main\" style=\"padding:28px 28px 10px\">\n<h1 style=\"margin:0 0 18px;font:bold 26px/1.25 Georgia,'Times New Roman',serif;color:#162e51\">"
    + alias3(alias2(alias1(depth0, "headline" ), depth0))
    + "</h1>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias4,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"warn"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"unless","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</div>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
"text": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "\nIf you linked your accounts in the last few days, no further action is needed.\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYou cannot file in "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " until you link your PACER account to your CM/ECF account. "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + ", and our records do not show that your accounts are linked.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "We have used NextGen CM/ECF since "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "We now use NextGen CM/ECF";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYou do not have to do this alone. Our records still do not show that your PACER and CM/ECF accounts are linked. You cannot file in "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " until they are. Our help desk can walk you through it.\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nOur records still do not show that your PACER and CM/ECF accounts are linked. "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "")
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"phase"),"last"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "has used NextGen CM/ECF since "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    return "now uses NextGen CM/ECF";
},"9":function(container,depth0,helpers,partials,data) {
    return " This is the last reminder that we plan to send you.";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nWhat happens if you do not link\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"not-linked",{"name":"section","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"12":function(container,depth0,helpers,partials,data) {
    return "\nUntil your accounts are linked, you will not be able to file electronically in this court, even when a filing is due. You can link them at any time.\n\nIf you no longer file in this court, please tell our help desk.\n\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "label" ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "sentOn" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias3,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"warn"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"unless","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},},
"launch-day": {"label": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Launch day";
},"useData":true},
"subject": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Get your own PACER account, then link it";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Upgrade your PACER account, then link it";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Check your PACER account, then link it";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Make sure your PACER account is yours alone, then link it";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Try to link your PACER account again";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Your link is awaiting court approval";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"nothing"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.program(13, data, 0),"data":data})) != null ? stack1 : "");
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Nothing for you to do";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Filing is open. Link your PACER account";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"preview": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "You will be able to file as soon as your PACER account is linked to your CM/ECF account.";
},"useData":true},
"html": {"0":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>Filing is open.</strong> "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " now uses NextGen CM/ECF, our new electronic filing system. You sign in to file with your own PACER account, linked to your CM/ECF account.</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>"
    + alias3(alias2(alias1(depth0, "subject" ), depth0))
    + "</title>\n<style>\n:root{color-scheme:light dark;supported-color-schemes:light dark}\na{overflow-wrap:anywhere}\nh1,.court{text-wrap:balance}\na:focus-visible{outline:3px solid #2491ff;outline-offset:2px}\n@media (max-width:480px){.band{padding:18px 18px 16px !important}.main{padding:22px 18px 8px !important}h1{font-size:23px !important}.box{padding:14px 16px 4px !important}}\n@media (prefers-color-scheme:dark){.back{background-color:#0e1116 !important}.page{background-color:#171b22 !important;color:#e9ecf1 !important}.band,.band p{background-color:#0f2442 !important}.main h1,.main h2,.main h3{color:#bcd8f7 !important}.main a{color:#8fc4ff !important}.box{background-color:#1d2a3b !important;border-left-color:#8fc4ff !important}.address{color:#b3bac5 !important}.main a.button{background-color:#8fc4ff !important;color:#0e1116 !important}hr{border-top-color:#3d4551 !important}}\n</style>\n</head>\n<body class=\"back\" style=\"margin:0;padding:0;background-color:#eef0f3\">\n<div style=\"display:none;max-height:0;overflow:hidden\">"
    + alias3(alias2(alias1(depth0, "preview" ), depth0))
    + "</div>\n\u003C!--[if mso]><table role=\"presentation\" align=\"center\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#ffffff\"><![endif]-->\n<div class=\"page\" style=\"max-width:600px;margin:0 auto;background-color:#ffffff;color:#1b1b1b;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif\">\n\u003C!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#162e51;padding:22px 28px\"><![endif]-->\n<header class=\"band\" style=\"background-color:#162e51;padding:24px 28px 20px;color:#ffffff\">\n<p class=\"court\" style=\"margin:0 0 6px;font:bold 20px/1.3 Georgia,'Times New Roman',serif;background-color:#162e51;color:#ffffff\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0))
    + "</p>\n<p style=\"margin:0;font-size:16px;background-color:#162e51;color:#dce4ef\">"
    + alias3(alias2(alias1(depth0, "label" ), depth0))
    + "<br>"
    + alias3(alias2(alias1(depth0, "sentOn" ), depth0))
    + "</p>\n</header>\n\u003C!--[if mso]></td></tr></table><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"padding:22px 28px\"><![endif]-->\n<main class=\"main\" style=\"padding:28px 28px 10px\">\n<h1 style=\"margin:0 0 18px;font:bold 26px/1.25 Georgia,'Times New Roman',serif;color:#162e51\">"
    + alias3(alias2(alias1(depth0, "headline" ), depth0))
    + "</h1>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias4,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</div>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
"text": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nFiling is open. "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " now uses NextGen CM/ECF, our new electronic filing system. You sign in to file with your own PACER account, linked to your CM/ECF account.\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "label" ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "sentOn" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias3,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},},
"notice": {"label": {"0":function(container,depth0,helpers,partials,data) {
    return "Final reminder";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Notice"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"phase"),"many"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return " "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"phase"), "number" ), depth0)) != null ? stack1 : "")
    + " of "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"phase"), "of" ), depth0)) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"final"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"subject": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Link your PACER account to file";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": How to fix the link of your PACER account";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Your link is awaiting court approval";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"nothing"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ": Nothing for you to do for NextGen CM/ECF";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(10, data, 0),"data":data})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " will move to a new filing system, NextGen CM/ECF"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ", on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "date" ), depth0)) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"final"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ": "
    + ((stack1 = container.invokePartial(lookupProperty(partials,"next-step"),depth0,{"name":"next-step","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"by-date"),depth0,{"name":"by-date","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    return " final reminder";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"preview": {"0":function(container,depth0,helpers,partials,data) {
    return "You will sign in to file with your own PACER account. ";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "What you need to do, and by when.";
},"useData":true},
"html": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " now uses NextGen CM/ECF, our new electronic filing system. You will sign in to file with your own PACER account.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " will move to a new electronic filing system, <strong>NextGen CM/ECF</strong>. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + " From then on, you will sign in to file with your own PACER account."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"4":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "It will start on <strong>"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0))
    + "</strong>.";
},"5":function(container,depth0,helpers,partials,data) {
    return "The date is <strong>to be announced</strong>.";
},"6":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate. We will email you if it changes.";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>You still have steps to complete</strong> before NextGen CM/ECF starts."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"8":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate.";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>"
    + alias3(alias2(alias1(depth0, "subject" ), depth0))
    + "</title>\n<style>\n:root{color-scheme:light dark;supported-color-schemes:light dark}\na{overflow-wrap:anywhere}\nh1,.court{text-wrap:balance}\na:focus-visible{outline:3px solid #2491ff;outline-offset:2px}\n@media (max-width:480px){.band{padding:18px 18px 16px !important}.main{padding:22px 18px 8px !important}h1{font-size:23px !important}.box{padding:14px 16px 4px !important}}\n@media (prefers-color-scheme:dark){.back{background-color:#0e1116 !important}.page{background-color:#171b22 !important;color:#e9ecf1 !important}.band,.band p{background-color:#0f2442 !important}.main h1,.main h2,.main h3{color:#bcd8f7 !important}.main a{color:#8fc4ff !important}.box{background-color:#1d2a3b !important;border-left-color:#8fc4ff !important}.address{color:#b3bac5 !important}.main a.button{background-color:#8fc4ff !important;color:#0e1116 !important}hr{border-top-color:#3d4551 !important}}\n</style>\n</head>\n<body class=\"back\" style=\"margin:0;padding:0;background-color:#eef0f3\">\n<div style=\"display:none;max-height:0;overflow:hidden\">"
    + alias3(alias2(alias1(depth0, "preview" ), depth0))
    + "</div>\n\u003C!--[if mso]><table role=\"presentation\" align=\"center\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#ffffff\"><![endif]-->\n<div class=\"page\" style=\"max-width:600px;margin:0 auto;background-color:#ffffff;color:#1b1b1b;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif\">\n\u003C!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#162e51;padding:22px 28px\"><![endif]-->\n<header class=\"band\" style=\"background-color:#162e51;padding:24px 28px 20px;color:#ffffff\">\n<p class=\"court\" style=\"margin:0 0 6px;font:bold 20px/1.3 Georgia,'Times New Roman',serif;background-color:#162e51;color:#ffffff\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0))
    + "</p>\n<p style=\"margin:0;font-size:16px;background-color:#162e51;color:#dce4ef\">"
    + alias3(alias2(alias1(depth0, "label" ), depth0))
    + "<br>"
    + alias3(alias2(alias1(depth0, "sentOn" ), depth0))
    + "</p>\n</header>\n\u003C!--[if mso]></td></tr></table><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"padding:22px 28px\"><![endif]-->\n<main class=\"main\" style=\"padding:28px 28px 10px\">\n<h1 style=\"margin:0 0 18px;font:bold 26px/1.25 Georgia,'Times New Roman',serif;color:#162e51\">"
    + alias3(alias2(alias1(depth0, "headline" ), depth0))
    + "</h1>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias4,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"outage"),depth0,{"name":"outage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</div>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
"text": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " now uses NextGen CM/ECF, our new electronic filing system. You will sign in to file with your own PACER account.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will move to a new electronic filing system, NextGen CM/ECF. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + " From then on, you will sign in to file with your own PACER account."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "It will start on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + ".";
},"5":function(container,depth0,helpers,partials,data) {
    return "The date is to be announced.";
},"6":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate. We will email you if it changes.";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYou still have steps to complete before NextGen CM/ECF starts."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"8":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate.";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "label" ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "sentOn" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias3,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"outage"),depth0,{"name":"outage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},},
"pre-outage": {"label": {"0":function(container,depth0,helpers,partials,data) {
    return "Final reminder";
},"1":function(container,depth0,helpers,partials,data) {
    return "Before the outage";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"mustAct"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"subject": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " final reminder: "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"next-step"),depth0,{"name":"next-step","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "No e-filing from "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "date" ), depth0)) != null ? stack1 : "")
    + ". ";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ": "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "No e-filing from "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "date" ), depth0)) != null ? stack1 : "")
    + " to "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "date" ), depth0)) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "NextGen CM/ECF starts soon";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "shortName" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"mustAct"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"preview": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "CM/ECF will close on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + ". ";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "Check your deadlines now.";
},"useData":true},
"html": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>You will not be able to file</strong> from <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0))
    + "</strong> until <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "at" ), depth0))
    + "</strong>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return ". During that time, "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0))
    + " will move to NextGen CM/ECF, our new electronic filing system. Please plan your filings around the outage.";
},"3":function(container,depth0,helpers,partials,data) {
    return ", while we move to NextGen CM/ECF.";
},"4":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " will soon move to NextGen CM/ECF, our new electronic filing system.</p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>"
    + alias3(alias2(alias1(depth0, "subject" ), depth0))
    + "</title>\n<style>\n:root{color-scheme:light dark;supported-color-schemes:light dark}\na{overflow-wrap:anywhere}\nh1,.court{text-wrap:balance}\na:focus-visible{outline:3px solid #2491ff;outline-offset:2px}\n@media (max-width:480px){.band{padding:18px 18px 16px !important}.main{padding:22px 18px 8px !important}h1{font-size:23px !important}.box{padding:14px 16px 4px !important}}\n@media (prefers-color-scheme:dark){.back{background-color:#0e1116 !important}.page{background-color:#171b22 !important;color:#e9ecf1 !important}.band,.band p{background-color:#0f2442 !important}.main h1,.main h2,.main h3{color:#bcd8f7 !important}.main a{color:#8fc4ff !important}.box{background-color:#1d2a3b !important;border-left-color:#8fc4ff !important}.address{color:#b3bac5 !important}.main a.button{background-color:#8fc4ff !important;color:#0e1116 !important}hr{border-top-color:#3d4551 !important}}\n</style>\n</head>\n<body class=\"back\" style=\"margin:0;padding:0;background-color:#eef0f3\">\n<div style=\"display:none;max-height:0;overflow:hidden\">"
    + alias3(alias2(alias1(depth0, "preview" ), depth0))
    + "</div>\n\u003C!--[if mso]><table role=\"presentation\" align=\"center\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#ffffff\"><![endif]-->\n<div class=\"page\" style=\"max-width:600px;margin:0 auto;background-color:#ffffff;color:#1b1b1b;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif\">\n\u003C!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"background-color:#162e51;padding:22px 28px\"><![endif]-->\n<header class=\"band\" style=\"background-color:#162e51;padding:24px 28px 20px;color:#ffffff\">\n<p class=\"court\" style=\"margin:0 0 6px;font:bold 20px/1.3 Georgia,'Times New Roman',serif;background-color:#162e51;color:#ffffff\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0))
    + "</p>\n<p style=\"margin:0;font-size:16px;background-color:#162e51;color:#dce4ef\">"
    + alias3(alias2(alias1(depth0, "label" ), depth0))
    + "<br>"
    + alias3(alias2(alias1(depth0, "sentOn" ), depth0))
    + "</p>\n</header>\n\u003C!--[if mso]></td></tr></table><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"padding:22px 28px\"><![endif]-->\n<main class=\"main\" style=\"padding:28px 28px 10px\">\n<h1 style=\"margin:0 0 18px;font:bold 26px/1.25 Georgia,'Times New Roman',serif;color:#162e51\">"
    + alias3(alias2(alias1(depth0, "headline" ), depth0))
    + "</h1>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias4,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"also-closed"),depth0,{"name":"also-closed","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</div>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
"text": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nYou will not be able to file from "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + " until "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ". During that time, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " will move to NextGen CM/ECF, our new electronic filing system. Please plan your filings around the outage.";
},"3":function(container,depth0,helpers,partials,data) {
    return ", while we move to NextGen CM/ECF.";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will soon move to NextGen CM/ECF, our new electronic filing system.\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "label" ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "sentOn" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"greeting"),depth0,{"name":"greeting","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias3,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"also-closed"),depth0,{"name":"also-closed","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"action"),depth0,{"name":"action","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"why"),depth0,{"name":"why","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"closing"),depth0,{"name":"closing","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},},
"public-notice": {"label": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Notice to all filers";
},"useData":true},
"subject": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " now uses NextGen CM/ECF";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "NextGen CM/ECF will start on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "date" ), depth0)) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "NextGen CM/ECF: date to be announced";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"preview": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "What every filer in "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " needs to do for NextGen CM/ECF.";
},"useData":true},
"html": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " now uses NextGen CM/ECF, our new electronic filing system. You sign in to file with your own PACER account, linked to your CM/ECF account.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0))
    + " will move to a new electronic filing system, <strong>NextGen CM/ECF</strong>. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + " From then on, you will sign in to file with your own PACER account, linked to your CM/ECF account."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "It will start on <strong>"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0))
    + "</strong>.";
},"4":function(container,depth0,helpers,partials,data) {
    return "The date is <strong>to be announced</strong>.";
},"5":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"description\" content=\""
    + alias3(alias2(alias1(depth0, "preview" ), depth0))
    + "\">\n<title>"
    + alias3(alias2(alias1(depth0, "headline" ), depth0))
    + " | "
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0))
    + "</title>\n<style>\n:root{color-scheme:light dark}\nbody{margin:0;background-color:#eef0f3;color:#1b1b1b;font:18px/1.6 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}\n.skip{position:absolute;left:-999px}\n.skip:focus{left:8px;top:8px;padding:8px 12px;background-color:#ffffff;color:#162e51}\n.band{background-color:#162e51;color:#ffffff}\n.band div,main{max-width:720px;margin:0 auto;padding:28px 24px}\n.band p{margin:0}\n.band .court{font:bold 24px/1.3 Georgia,'Times New Roman',serif;margin-bottom:8px}\nmain{background-color:#ffffff;padding-bottom:32px}\na{overflow-wrap:anywhere}\nh1,.court{text-wrap:balance}\na:focus-visible{outline:3px solid #2491ff;outline-offset:2px}\n@media (max-width:480px){.band div,main{padding:20px 18px}}\n@media (prefers-color-scheme:dark){body{background-color:#0e1116;color:#e9ecf1}main{background-color:#171b22}.band{background-color:#0f2442}main h1,main h2,main h3{color:#bcd8f7 !important}main a{color:#8fc4ff !important}.address{color:#b3bac5 !important}}\n@media print{body,main{background-color:#ffffff}.band{background:none;color:#000000}}\n</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#notice\">Skip to the notice</a>\n<header class=\"band\"><div>\n<p class=\"court\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0))
    + "</p>\n<p>"
    + alias3(alias2(alias1(depth0, "label" ), depth0))
    + ", "
    + alias3(alias2(alias1(depth0, "sentOn" ), depth0))
    + "</p>\n</div></header>\n<main id=\"notice\">\n<h1 style=\"margin:0 0 18px;font:bold 30px/1.25 Georgia,'Times New Roman',serif;color:#162e51\">"
    + alias3(alias2(alias1(depth0, "headline" ), depth0))
    + "</h1>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"outage"),depth0,{"name":"outage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
"text": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " now uses NextGen CM/ECF, our new electronic filing system. You sign in to file with your own PACER account, linked to your CM/ECF account.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will move to a new electronic filing system, NextGen CM/ECF. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + " From then on, you will sign in to file with your own PACER account, linked to your CM/ECF account."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "It will start on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + ".";
},"4":function(container,depth0,helpers,partials,data) {
    return "The date is to be announced.";
},"5":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "name" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "label" ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "sentOn" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"opening",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"outage"),depth0,{"name":"outage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"deadlines"),depth0,{"name":"deadlines","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"steps"),depth0,{"name":"steps","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"change"),depth0,{"name":"change","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"role"),depth0,{"name":"role","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paa"),depth0,{"name":"paa","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"help"),depth0,{"name":"help","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"pages"),depth0,{"name":"pages","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"genuine"),depth0,{"name":"genuine","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},},
},
htmlPartials: {"action": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>What to do now:</strong> "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.program(22, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(28, data, 0),"inverse":container.program(29, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "Make sure that your PACER account is yours alone. ";
},"2":function(container,depth0,helpers,partials,data) {
    return "Get a PACER account of your own.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "Then upgrade it.";
},"5":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account.";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "Then check whether it is upgraded.";
},"8":function(container,depth0,helpers,partials,data) {
    return "Check whether your PACER account is upgraded.";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    return "Then link it to your CM/ECF account.";
},"11":function(container,depth0,helpers,partials,data) {
    return "Then make sure that you know your CM/ECF password.";
},"12":function(container,depth0,helpers,partials,data) {
    return "Make sure that you know your CM/ECF login and password.";
},"13":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account to your CM/ECF account.";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.program(19, data, 0),"data":data})) != null ? stack1 : "")
    + " If that does not work, contact our help desk.";
},"15":function(container,depth0,helpers,partials,data) {
    return "Get a PACER account of your own. ";
},"16":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account. ";
},"17":function(container,depth0,helpers,partials,data) {
    return "Check whether your PACER account is upgraded. ";
},"18":function(container,depth0,helpers,partials,data) {
    return "Try to link your accounts again.";
},"19":function(container,depth0,helpers,partials,data) {
    return "Then try to link your accounts again.";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>By when:</strong> Before you next need to file.</p>\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"warn"),{"name":"unless","hash":{},"fn":container.program(21, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"21":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\"><strong>If you do not:</strong> You will not be able to file in this court until your accounts are linked.</p>\n";
},"22":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(23, data, 0),"inverse":container.program(27, data, 0),"data":data})) != null ? stack1 : "");
},"23":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>By when:</strong> "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "at" ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"left"),{"name":"if","hash":{},"fn":container.program(24, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ".</p>\n<p style=\"margin:0 0 14px\"><strong>If you do not:</strong> You will not be able to file "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(25, data, 0),"inverse":container.program(26, data, 0),"data":data})) != null ? stack1 : "")
    + ".</p>\n";
},"24":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return " ("
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"launch"), "left" ), depth0))
    + " left)";
},"25":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "once NextGen CM/ECF starts on "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0));
},"26":function(container,depth0,helpers,partials,data) {
    return "after the move";
},"27":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\"><strong>By when:</strong> There is no date yet, but you can do this now. We will email you when the date is set.</p>\n<p style=\"margin:0 0 14px\"><strong>If you do not:</strong> You will not be able to file once NextGen CM/ECF starts.</p>\n";
},"28":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">There is no button here because your next step depends on your answer to step 1.</p>\n";
},"29":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(30, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(33, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(36, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(37, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"30":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"pacer"), "register" ), depth0))
    + "\" class=\"button\" style=\"display:inline-block;margin:4px 0 6px;padding:12px 20px;background-color:#005ea2;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px\">Register for a PACER account</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"pacer"),"register"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"31":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0))
    + "\" class=\"button\" style=\"display:inline-block;margin:4px 0 6px;padding:12px 20px;background-color:#005ea2;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px\">Upgrade at Manage My Account</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"pacer"),"manageAccount"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"32":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0))
    + "\" class=\"button\" style=\"display:inline-block;margin:4px 0 6px;padding:12px 20px;background-color:#005ea2;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px\">Check at Manage My Account</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"pacer"),"manageAccount"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"33":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"frozen"),{"name":"if","hash":{},"fn":container.program(34, data, 0),"inverse":container.program(35, data, 0),"data":data})) != null ? stack1 : "");
},"34":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">There is no button here because passwords can no longer be reset online. If you do not know yours, contact our help desk.</p>\n";
},"35":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0))
    + "\" class=\"button\" style=\"display:inline-block;margin:4px 0 6px;padding:12px 20px;background-color:#005ea2;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px\">Go to the ECF login page</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"ecfLogin"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"36":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0))
    + "\" class=\"button\" style=\"display:inline-block;margin:4px 0 6px;padding:12px 20px;background-color:#005ea2;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px\">Sign in to CM/ECF</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"ecfLogin"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"37":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(30, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(36, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"38":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(39, data, 0),"inverse":container.program(40, data, 0),"data":data})) != null ? stack1 : "")
    + "<p style=\"margin:0 0 14px\">There is no button here because you have no steps to complete.</p>\n";
},"39":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\"><strong>What to do now:</strong> Nothing. You asked to link your accounts, and the court needs to approve that.</p>\n";
},"40":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>What to do now:</strong> Nothing."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linked"),{"name":"if","hash":{},"fn":container.program(41, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"excused"),{"name":"if","hash":{},"fn":container.program(42, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"41":function(container,depth0,helpers,partials,data) {
    return " Your PACER account is linked.";
},"42":function(container,depth0,helpers,partials,data) {
    return " You do not need to link an account.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<div class=\"box\" style=\"margin:0 0 20px;padding:16px 20px 6px;background-color:#eff6fb;border-left:5px solid #005ea2\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"mustAct"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(38, data, 0),"data":data})) != null ? stack1 : "")
    + "</div>";
},"useData":true},
"after-step": {"0":function(container,depth0,helpers,partials,data) {
    return "Get your own PACER account, then link it";
},"1":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account, then link it";
},"2":function(container,depth0,helpers,partials,data) {
    return "Check your PACER account, then link it";
},"3":function(container,depth0,helpers,partials,data) {
    return "Make sure your PACER account is yours alone, then link it";
},"4":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account";
},"5":function(container,depth0,helpers,partials,data) {
    return "Try to link your PACER account again";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>";
},"useData":true},
"also-closed": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">You will not be able to view cases from <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"from"), "at" ), depth0))
    + "</strong> until <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"to"), "at" ), depth0))
    + "</strong>.</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">You will not be able to register, reset a password or change your account from <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"from"), "at" ), depth0))
    + "</strong> until <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"to"), "at" ), depth0))
    + "</strong>.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"by-date": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " by "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "date" ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"left"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return " ("
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"launch"), "left" ), depth0))
    + " left)";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>";
},"useData":true},
"change": {"0":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">You will have one account for all courts: district, appellate and bankruptcy. You will sign in with one login and password in every court where you are authorized to file, as each court moves to NextGen CM/ECF.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">What is changing, and how it helps you</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"change",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"check-account": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, alias2=container.strict, alias3=container.lambda, alias4=container.escapeExpression, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"contradiction"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "<p style=\"margin:0 0 14px\">Sign in to PACER and look for &quot;Account Type&quot;. A username with 6 characters means a legacy account. One with 8 or more means an upgraded account.</p>\n<p style=\"margin:0 0 14px\"><a href=\""
    + alias4(alias3(alias2(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Manage My Account at PACER</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias4(lookupProperty(helpers,"address").call(alias1,lookupProperty(lookupProperty(depth0,"pacer"),"manageAccount"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n<ul style=\"margin:0 0 14px;padding:0 0 0 24px\"><li style=\"margin:0 0 8px\"><strong>Upgraded PACER Account:</strong> Your account is ready."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</li>\n<li style=\"margin:0 0 8px\"><strong>Legacy PACER Account:</strong> Upgrade it there now. Our <a href=\""
    + alias4(alias3(alias2(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias4(lookupProperty(helpers,"address").call(alias1,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>) shows each step.</li>\n</ul>\n<p style=\"margin:0 0 14px\">An account created before August 11, 2014 must be upgraded once. Later accounts are already upgraded. If you upgraded yours for another court, do not upgrade it again.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Our information about your PACER account is inconsistent, so please check it yourself.</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    return " Go to the next step.";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Sign in to PACER and look for &quot;Account Type&quot;. If it says &quot;Legacy PACER Account&quot;, upgrade it there now.</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Manage My Account at PACER</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"pacer"),"manageAccount"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"step"), "check" ), depth0))
    + ". Check whether your PACER account is upgraded</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"check-account",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"closing": {"0":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Sincerely,<br>"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"court"), "sender" ), depth0))
    + "</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"section").call(depth0,"closing",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"confirm-individual": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"linked"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Do you share the PACER account that you linked? Our records do not say. If you share it, get an account of your own and ask our help desk to help you link it. "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"3":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Do you share a PACER account with others in your office? Our records do not say.</p>\n<ul style=\"margin:0 0 14px;padding:0 0 0 24px\"><li style=\"margin:0 0 8px\"><strong>No, I have my own.</strong> "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + "</li>\n<li style=\"margin:0 0 8px\"><strong>Yes, or I have no account.</strong> Get one of your own. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "</li>\n</ul>\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "Go to the next step.";
},"6":function(container,depth0,helpers,partials,data) {
    return "You are all set.";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"register"),depth0,{"name":"register","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"step"), "confirm" ), depth0))
    + ". Is your PACER account yours alone?</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"confirm-individual",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"unless","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"deadlines": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"deadlines"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"emergencyFiling"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">Deadlines while the system is closed</h2>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0,lookupProperty(lookupProperty(depth0,"wording"),"deadlines"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">Emergency filings</h2>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0,lookupProperty(lookupProperty(depth0,"wording"),"emergencyFiling"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"fix-link": {"0":function(container,depth0,helpers,partials,data) {
    return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">Linking did not work</h2>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">If linking does not work</h2>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"linkingFails"),{"name":"unless","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "<ul style=\"margin:0 0 14px;padding:0 0 0 24px\"><li style=\"margin:0 0 8px\">Try again. Use the login and password of the CM/ECF account that you file with.</li>\n<li style=\"margin:0 0 8px\">If that does not work, contact our help desk.</li>\n</ul>\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Do not register with CM/ECF again. You need only a PACER account of your own.</p>\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Do not register for another account.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"linkingFails"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"fix-link",{"name":"section","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"genuine": {"0":function(container,depth0,helpers,partials,data) {
    return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">How to know that our emails are real</h2>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">How to know that this email is real</h2>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">We never ask for your password by email. You never need to reply with personal information. Every link leads to "
    + container.escapeExpression(container.lambda(container.strict(depth0, "domains" ), depth0))
    + ", and you can type each address yourself."
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return " A general notice is posted on the <a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">court's NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>).";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"genuine",{"name":"section","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"greeting": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>This email is for "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"filer"), "name" ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"filer"),"type"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"filer"),"account"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ".</strong> Other people receive email from the court at this address too. Each of them gets a separate email, and their steps may be different.</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return " ("
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"filer"), "type" ), depth0))
    + ")";
},"2":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return ", CM/ECF account "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"filer"), "account" ), depth0));
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"filer"),"account"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Your CM/ECF account: <strong>"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"filer"), "account" ), depth0))
    + "</strong></p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Dear "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"filer"), "name" ), depth0))
    + ":</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"sharedAddress"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"help": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>CM/ECF, passwords and linking:</strong> our help desk, <a href=\"mailto:"
    + alias3(alias2(alias1(lookupProperty(depth0,"helpDesk"), "email" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"helpDesk"), "email" ), depth0))
    + "</a>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"helpDesk"),"phone"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ". Hours: "
    + alias3(alias2(alias1(lookupProperty(depth0,"helpDesk"), "hours" ), depth0))
    + ".</p>\n<p style=\"margin:0 0 14px\"><strong>PACER accounts:</strong> the PACER Service Center, <a href=\"mailto:"
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "email" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "email" ), depth0))
    + "</a> or <a href=\"tel:"
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "phone" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "phone" ), depth0))
    + "</a>. Hours: "
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "hours" ), depth0))
    + ".</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return " or <a href=\"tel:"
    + alias3(alias2(alias1(lookupProperty(depth0,"helpDesk"), "phone" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"helpDesk"), "phone" ), depth0))
    + "</a>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">Who can help</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"help",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"individual-account": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Complete this step if you share a PACER account with others in your office, or if you have none. If you have an account of your own, go to the next step.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">You need a PACER account that is yours alone. You will link it to the CM/ECF account that you file with. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"4":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"5":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">If you have your own account by now, you do not need another one.</p>\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">If you have one of your own by now, skip this step.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"step"), "individual" ), depth0))
    + ". Get your own PACER account</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"individual-account",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"register"),depth0,{"name":"register","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"link": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"step"), "link" ), depth0))
    + ". Link your accounts</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"link",{"name":"section","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<ol style=\"margin:0 0 14px;padding:0 0 0 24px\"><li style=\"margin:0 0 8px\">Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.</li>\n<li style=\"margin:0 0 8px\">Open &quot;Utilities&quot; and choose to link your CM/ECF account.</li>\n<li style=\"margin:0 0 8px\">Enter your CM/ECF login and password. The login is usually your first initial and full last name.</li>\n<li style=\"margin:0 0 8px\">Refresh the page. The CM/ECF menus will appear, and you can file.</li>\n</ol>\n<p style=\"margin:0 0 14px\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"links"), "ecfLogin" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Sign in to CM/ECF</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"links"),"ecfLogin"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n<p style=\"margin:0 0 14px\">You do this once for this court. Our <a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>) shows each step. If your password was saved only in your browser, it is lost, and only our help desk can recover it.</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.escapeExpression, alias2=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Sign in to CM/ECF with your PACER account, open &quot;Utilities&quot;, and link your CM/ECF account. Our <a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(alias2,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>) shows each step.</p>\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias2,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"unless","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Sign in to CM/ECF</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"ecfLogin"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"unless","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"fix-link"),depth0,{"name":"fix-link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"link-later",{"name":"section","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"step"), "link" ), depth0))
    + ". On "
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0))
    + ", link your accounts</h2>\n";
},"9":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"step"), "link" ), depth0))
    + ". Once NextGen CM/ECF starts, link your accounts</h2>\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.program(12, data, 0),"data":data})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">You cannot link them before that date. You do it once for this court:</p>\n<ol style=\"margin:0 0 14px;padding:0 0 0 24px\"><li style=\"margin:0 0 8px\">Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.</li>\n<li style=\"margin:0 0 8px\">Open &quot;Utilities&quot; and choose to link your CM/ECF account.</li>\n<li style=\"margin:0 0 8px\">Enter your CM/ECF login and password.</li>\n<li style=\"margin:0 0 8px\">Refresh the page. The CM/ECF menus will appear, and you can file.</li>\n</ol>\n<p style=\"margin:0 0 14px\">Our <a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>) shows each step.</p>\n";
},"12":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">You cannot link them earlier. The full notice on our <a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>) explains each step.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"next-step": {"0":function(container,depth0,helpers,partials,data) {
    return "Get your own PACER account";
},"1":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account";
},"2":function(container,depth0,helpers,partials,data) {
    return "Check your PACER account";
},"3":function(container,depth0,helpers,partials,data) {
    return "Make sure your PACER account is yours alone";
},"4":function(container,depth0,helpers,partials,data) {
    return "Make sure you know your CM/ECF password";
},"5":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account";
},"6":function(container,depth0,helpers,partials,data) {
    return "Try to link your PACER account again";
},"7":function(container,depth0,helpers,partials,data) {
    return "Your link is awaiting court approval";
},"8":function(container,depth0,helpers,partials,data) {
    return "Nothing for you to do";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"nothing"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>";
},"useData":true},
"outage": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"outage",{"name":"section","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">When the system will be closed</h2>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + " from <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0))
    + "</strong> until <strong>"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "at" ), depth0))
    + "</strong>.</p>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"also-closed"),depth0,{"name":"also-closed","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file";
},"5":function(container,depth0,helpers,partials,data) {
    return "<strong>No filing</strong>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"paa": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">If your firm pays for PACER</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"paa",{"name":"section","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">A firm can set up a PACER Administrative Account (PAA). With a PAA, the firm manages the PACER accounts of its people and pays their fees in one place. A PAA cannot be used to file.</p>\n<ul style=\"margin:0 0 14px;padding:0 0 0 24px\"><li style=\"margin:0 0 8px\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "paa" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">About PAAs</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"pacer"),"paa"),{"name":"address","hash":{},"data":data}))
    + "</span></li>\n<li style=\"margin:0 0 8px\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "paaRegister" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Register for a PAA</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"pacer"),"paaRegister"),{"name":"address","hash":{},"data":data}))
    + "</span></li>\n</ul>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"firm"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"pages": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<ul style=\"margin:0 0 14px;padding:0 0 0 24px\"><li style=\"margin:0 0 8px\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">The court's NextGen page</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span></li>\n<li style=\"margin:0 0 8px\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">PACER's answers to common questions</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"pacer"),"faq"),{"name":"address","hash":{},"data":data}))
    + "</span></li>\n</ul>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"links"),"nextgenLabel"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">To find our NextGen page on the court's website, look for &quot;"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgenLabel" ), depth0))
    + "&quot;.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">Where to find more</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"pages",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"password": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"frozen"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">You will need them to link your accounts. They belong to the CM/ECF account that you file with today. The login is usually your first initial and full last name.</p>\n<p style=\"margin:0 0 14px\">Is the password saved only in your browser? It will be lost when NextGen CM/ECF starts, and only the court will be able to recover it.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">You can no longer reset your password yourself. If you do not know it, contact our help desk.</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, alias2=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">If you do not know your password, reset it"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + ": go to the ECF login page, choose &quot;Reset&quot; and follow the instructions.</p>\n<p style=\"margin:0 0 14px\"><a href=\""
    + alias2(container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">ECF login page</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias2(lookupProperty(helpers,"address").call(alias1,lookupProperty(lookupProperty(depth0,"links"),"ecfLogin"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return " by "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "at" ), depth0));
},"6":function(container,depth0,helpers,partials,data) {
    return " now";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">If you do not, choose &quot;Reset&quot; on the ECF login page.</p>\n";
},"9":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">If you do not, choose &quot;Reset&quot; on the <a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">ECF login page</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"ecfLogin"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"step"), "password" ), depth0))
    + ". Make sure you know your CM/ECF login and password</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"password",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"ready": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, alias2=container.escapeExpression, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"elsewhere"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "<p style=\"margin:0 0 14px\">To verify your upgrade, sign in at Manage My Account. &quot;Account Type&quot; should say &quot;Upgraded PACER Account&quot;. If it says &quot;Legacy PACER Account&quot;, upgrade it there.</p>\n<p style=\"margin:0 0 14px\"><a href=\""
    + alias2(container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Manage My Account at PACER</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias2(lookupProperty(helpers,"address").call(alias1,lookupProperty(lookupProperty(depth0,"pacer"),"manageAccount"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">You use NextGen CM/ECF in another court, so your account is upgraded. Do not upgrade it again. For this court, go straight to linking.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"inferred"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">PACER accounts created on or after August 11, 2014 are already upgraded.</p>\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Our records show that it is upgraded. For this court, go straight to linking.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">Your PACER account does not need an upgrade</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"ready",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"register": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"late"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "register" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Register for a PACER account</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"pacer"),"register"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n<p style=\"margin:0 0 14px\">A new account does not need an upgrade. Our <a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>) shows each step. PACER has <a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">answers to common questions</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"pacer"),"faq"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"pacer"), "register" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Register for a PACER account</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"pacer"),"register"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Without a credit card, PACER mails you a code, which takes 7 to 10 business days.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"section").call(depth0,"register",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"role": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">For filing agents</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"filing-agents",{"name":"section","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">You need a PACER account of your own, registered as a non-attorney account. Link it to your own CM/ECF filing agent account, not to the account of an attorney or trustee.</p>\n<p style=\"margin:0 0 14px\">You will stay associated with the attorneys and trustees you file for. They may need to update your permissions, such as for online payments. You will receive notices of their cases only if they list your email address.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">For trustees</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"trustees",{"name":"section","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">If you add an employee as a filing agent, give the clerk's office that person's name. The fee exemption order can then cover the account.</p>\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">For filers who are not attorneys</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"non-attorneys",{"name":"section","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">If you register with PACER, choose a non-attorney account. This applies to U.S. Trustee staff, creditors, auditors and course providers.</p>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">For CJA panel attorneys</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"cja-attorneys",{"name":"section","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">Use one PACER account for your private work and your CJA work. In NextGen CM/ECF, &quot;Change PACER Exemption Status&quot; switches between them. Each time you sign in, you start as not exempt.</p>\n<p style=\"margin:0 0 14px\">Do you have a second PACER account for CJA work? The PACER Service Center can merge the two.</p>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">If you represent yourself</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"self-represented",{"name":"section","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">If the court has already approved you to file electronically, these steps apply to you, too.</p>\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">For journalists</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"journalists",{"name":"section","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">These steps also apply to you if you track cases with your CM/ECF account.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"agent"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"trustee"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"nonAttorney"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"cja"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"proSe"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"media"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"steps": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"wait-for-court"),depth0,{"name":"wait-for-court","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"fix-link"),depth0,{"name":"fix-link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"confirm-individual"),depth0,{"name":"confirm-individual","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"individual-account"),depth0,{"name":"individual-account","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"check-account"),depth0,{"name":"check-account","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"upgrade"),depth0,{"name":"upgrade","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"ready"),depth0,{"name":"ready","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"password"),depth0,{"name":"password","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"link"),depth0,{"name":"link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"awaitingCourt"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"password"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"upgrade": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">A PACER account created before August 11, 2014 is a legacy account. It must be upgraded once. You cannot link it until you upgrade it.</p>\n<p style=\"margin:0 0 14px\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Upgrade at Manage My Account</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"pacer"),"manageAccount"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n<p style=\"margin:0 0 14px\">Our <a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">NextGen page</a> (<span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias3(lookupProperty(helpers,"address").call(alias4,lookupProperty(lookupProperty(depth0,"links"),"nextgen"),{"name":"address","hash":{},"data":data}))
    + "</span>) shows each step.</p>\n<p style=\"margin:0 0 14px\"><strong>Skip this step if you already upgraded your account</strong> for this court or another court. To check, sign in at Manage My Account and look for &quot;Account Type&quot;. &quot;Upgraded PACER Account&quot; means that it is ready. &quot;Legacy PACER Account&quot; means that you must upgrade it.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\">Already done? Then Manage My Account shows &quot;Upgraded PACER Account&quot;.</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var alias1=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><a href=\""
    + alias1(container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0))
    + "\" style=\"color:#005ea2;text-decoration:underline\">Manage My Account at PACER</a><br><span class=\"address\" style=\"color:#565c65;word-break:break-word\">"
    + alias1(lookupProperty(helpers,"address").call(depth0,lookupProperty(lookupProperty(depth0,"pacer"),"manageAccount"),{"name":"address","hash":{},"data":data}))
    + "</span></p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"step"), "upgrade" ), depth0))
    + ". Upgrade your PACER account</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"upgrade",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"wait-for-court": {"0":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">You asked to link your accounts, and the court needs to approve that. If you need to file before then, contact our help desk. Do not register for another account.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 style=\"margin:32px 0 8px;font:bold 19px/1.35 Georgia,'Times New Roman',serif;color:#162e51\">Your link is awaiting court approval</h2>\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"wait-for-court",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"why": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>Why you received this:</strong> You have a CM/ECF account in this court. "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"why"), "State" ), depth0))
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return " Also, "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"why"), "account" ), depth0))
    + ".";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"earlier"),"datesChanged"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(12, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>What has changed:</strong> "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"sameDay"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"was"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "Times have changed since our last email. Please use the ones in this email.";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"date"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "")
    + " Please use the "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "")
    + " in this email.";
},"6":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "Our last email gave "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"earlier"), "date" ), depth0))
    + " as the go-live date.";
},"7":function(container,depth0,helpers,partials,data) {
    return "Our last email gave no go-live date.";
},"8":function(container,depth0,helpers,partials,data) {
    return "date";
},"9":function(container,depth0,helpers,partials,data) {
    return "information";
},"10":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return " Our last email also said that "
    + alias3(alias2(alias1(lookupProperty(depth0,"earlier"), "was" ), depth0))
    + ". Now "
    + alias3(alias2(alias1(lookupProperty(depth0,"why"), "state" ), depth0))
    + ".";
},"11":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return " As before, "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0))
    + ".";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "<p style=\"margin:0 0 14px\"><strong>What has changed:</strong> "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"was"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.program(14, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"13":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty;

  return "Our last email said that "
    + alias3(alias2(alias1(lookupProperty(depth0,"earlier"), "was" ), depth0))
    + ". Now "
    + alias3(alias2(alias1(lookupProperty(depth0,"why"), "state" ), depth0))
    + ".";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.program(16, data, 0),"data":data})) != null ? stack1 : "");
},"15":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "Our records have changed since our last email: "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0))
    + ".";
},"16":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty;

  return "Nothing. As before, "
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0))
    + ".";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},},
textPartials: {"action": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nWhat to do now: "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.program(22, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(28, data, 0),"inverse":container.program(29, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "Make sure that your PACER account is yours alone. ";
},"2":function(container,depth0,helpers,partials,data) {
    return "Get a PACER account of your own.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "Then upgrade it.";
},"5":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account.";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "Then check whether it is upgraded.";
},"8":function(container,depth0,helpers,partials,data) {
    return "Check whether your PACER account is upgraded.";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    return "Then link it to your CM/ECF account.";
},"11":function(container,depth0,helpers,partials,data) {
    return "Then make sure that you know your CM/ECF password.";
},"12":function(container,depth0,helpers,partials,data) {
    return "Make sure that you know your CM/ECF login and password.";
},"13":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account to your CM/ECF account.";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.program(19, data, 0),"data":data})) != null ? stack1 : "")
    + " If that does not work, contact our help desk.";
},"15":function(container,depth0,helpers,partials,data) {
    return "Get a PACER account of your own. ";
},"16":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account. ";
},"17":function(container,depth0,helpers,partials,data) {
    return "Check whether your PACER account is upgraded. ";
},"18":function(container,depth0,helpers,partials,data) {
    return "Try to link your accounts again.";
},"19":function(container,depth0,helpers,partials,data) {
    return "Then try to link your accounts again.";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nBy when: Before you next need to file.\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"warn"),{"name":"unless","hash":{},"fn":container.program(21, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"21":function(container,depth0,helpers,partials,data) {
    return "\nIf you do not: You will not be able to file in this court until your accounts are linked.\n\n";
},"22":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(23, data, 0),"inverse":container.program(27, data, 0),"data":data})) != null ? stack1 : "");
},"23":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nBy when: "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "at" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"left"),{"name":"if","hash":{},"fn":container.program(24, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ".\n\nIf you do not: You will not be able to file "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(25, data, 0),"inverse":container.program(26, data, 0),"data":data})) != null ? stack1 : "")
    + ".\n\n";
},"24":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " ("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"launch"), "left" ), depth0)) != null ? stack1 : "")
    + " left)";
},"25":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "once NextGen CM/ECF starts on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "");
},"26":function(container,depth0,helpers,partials,data) {
    return "after the move";
},"27":function(container,depth0,helpers,partials,data) {
    return "\nBy when: There is no date yet, but you can do this now. We will email you when the date is set.\n\nIf you do not: You will not be able to file once NextGen CM/ECF starts.\n\n";
},"28":function(container,depth0,helpers,partials,data) {
    return "\nThere is no button here because your next step depends on your answer to step 1.\n\n";
},"29":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(30, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(33, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(36, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(37, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"30":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nRegister for a PACER account:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"31":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nUpgrade at Manage My Account:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"32":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nCheck at Manage My Account:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"33":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"frozen"),{"name":"if","hash":{},"fn":container.program(34, data, 0),"inverse":container.program(35, data, 0),"data":data})) != null ? stack1 : "");
},"34":function(container,depth0,helpers,partials,data) {
    return "\nThere is no button here because passwords can no longer be reset online. If you do not know yours, contact our help desk.\n\n";
},"35":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nGo to the ECF login page:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"36":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nSign in to CM/ECF:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"37":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(30, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(36, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"38":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(39, data, 0),"inverse":container.program(40, data, 0),"data":data})) != null ? stack1 : "")
    + "\nThere is no button here because you have no steps to complete.\n\n";
},"39":function(container,depth0,helpers,partials,data) {
    return "\nWhat to do now: Nothing. You asked to link your accounts, and the court needs to approve that.\n\n";
},"40":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nWhat to do now: Nothing."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linked"),{"name":"if","hash":{},"fn":container.program(41, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"excused"),{"name":"if","hash":{},"fn":container.program(42, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"41":function(container,depth0,helpers,partials,data) {
    return " Your PACER account is linked.";
},"42":function(container,depth0,helpers,partials,data) {
    return " You do not need to link an account.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"mustAct"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(38, data, 0),"data":data})) != null ? stack1 : "")
    + "\n\n";
},"useData":true},
"after-step": {"0":function(container,depth0,helpers,partials,data) {
    return "Get your own PACER account, then link it";
},"1":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account, then link it";
},"2":function(container,depth0,helpers,partials,data) {
    return "Check your PACER account, then link it";
},"3":function(container,depth0,helpers,partials,data) {
    return "Make sure your PACER account is yours alone, then link it";
},"4":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account";
},"5":function(container,depth0,helpers,partials,data) {
    return "Try to link your PACER account again";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"also-closed": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nYou will not be able to view cases from "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + " until "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + ".\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nYou will not be able to register, reset a password or change your account from "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + " until "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + ".\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"by-date": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " by "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "date" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"left"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " ("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"launch"), "left" ), depth0)) != null ? stack1 : "")
    + " left)";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"change": {"0":function(container,depth0,helpers,partials,data) {
    return "\nYou will have one account for all courts: district, appellate and bankruptcy. You will sign in with one login and password in every court where you are authorized to file, as each court moves to NextGen CM/ECF.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nWhat is changing, and how it helps you\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"change",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"check-account": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"contradiction"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\nSign in to PACER and look for \"Account Type\". A username with 6 characters means a legacy account. One with 8 or more means an upgraded account.\n\nManage My Account at PACER:  "
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + "\n\n- Upgraded PACER Account: Your account is ready."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n- Legacy PACER Account: Upgrade it there now. Our NextGen page <"
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "> shows each step.\n\nAn account created before August 11, 2014 must be upgraded once. Later accounts are already upgraded. If you upgraded yours for another court, do not upgrade it again.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "\nOur information about your PACER account is inconsistent, so please check it yourself.\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    return " Go to the next step.";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nSign in to PACER and look for \"Account Type\". If it says \"Legacy PACER Account\", upgrade it there now.\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nManage My Account at PACER:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "check" ), depth0)) != null ? stack1 : "")
    + ". Check whether your PACER account is upgraded\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"check-account",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"closing": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nSincerely,"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "sender" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"section").call(depth0,"closing",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"confirm-individual": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"linked"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nDo you share the PACER account that you linked? Our records do not say. If you share it, get an account of your own and ask our help desk to help you link it. "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"3":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nDo you share a PACER account with others in your office? Our records do not say.\n\n- No, I have my own. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + "\n- Yes, or I have no account. Get one of your own. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "Go to the next step.";
},"6":function(container,depth0,helpers,partials,data) {
    return "You are all set.";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"register"),depth0,{"name":"register","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "confirm" ), depth0)) != null ? stack1 : "")
    + ". Is your PACER account yours alone?\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"confirm-individual",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"unless","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"deadlines": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"deadlines"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"emergencyFiling"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nDeadlines while the system is closed\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0,lookupProperty(lookupProperty(depth0,"wording"),"deadlines"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nEmergency filings\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0,lookupProperty(lookupProperty(depth0,"wording"),"emergencyFiling"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"fix-link": {"0":function(container,depth0,helpers,partials,data) {
    return "\nLinking did not work\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "\nIf linking does not work\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"linkingFails"),{"name":"unless","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "\n- Try again. Use the login and password of the CM/ECF account that you file with.\n- If that does not work, contact our help desk.\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "\nDo not register with CM/ECF again. You need only a PACER account of your own.\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "\nDo not register for another account.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"linkingFails"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"fix-link",{"name":"section","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"genuine": {"0":function(container,depth0,helpers,partials,data) {
    return "\nHow to know that our emails are real\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "\nHow to know that this email is real\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nWe never ask for your password by email. You never need to reply with personal information. Every link leads to "
    + ((stack1 = container.lambda(container.strict(depth0, "domains" ), depth0)) != null ? stack1 : "")
    + ", and you can type each address yourself."
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " A general notice is posted on the court's NextGen page <"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ">.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"genuine",{"name":"section","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"greeting": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nThis email is for "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "name" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"filer"),"type"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"filer"),"account"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ". Other people receive email from the court at this address too. Each of them gets a separate email, and their steps may be different.\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " ("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "type" ), depth0)) != null ? stack1 : "")
    + ")";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ", CM/ECF account "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "account" ), depth0)) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"filer"),"account"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYour CM/ECF account: "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "account" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nDear "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "name" ), depth0)) != null ? stack1 : "")
    + ":\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"sharedAddress"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"help": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nCM/ECF, passwords and linking: our help desk, "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "email" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"helpDesk"),"phone"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ". Hours: "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "hours" ), depth0)) != null ? stack1 : "")
    + ".\n\nPACER accounts: the PACER Service Center, "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "email" ), depth0)) != null ? stack1 : "")
    + " or "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "phone" ), depth0)) != null ? stack1 : "")
    + ". Hours: "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "hours" ), depth0)) != null ? stack1 : "")
    + ".\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " or "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"helpDesk"), "phone" ), depth0)) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nWho can help\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"help",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"individual-account": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "\nComplete this step if you share a PACER account with others in your office, or if you have none. If you have an account of your own, go to the next step.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nYou need a PACER account that is yours alone. You will link it to the CM/ECF account that you file with. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"4":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"5":function(container,depth0,helpers,partials,data) {
    return "\nIf you have your own account by now, you do not need another one.\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "\nIf you have one of your own by now, skip this step.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "individual" ), depth0)) != null ? stack1 : "")
    + ". Get your own PACER account\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"individual-account",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"register"),depth0,{"name":"register","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"link": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "link" ), depth0)) != null ? stack1 : "")
    + ". Link your accounts\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"link",{"name":"section","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\n1. Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.\n2. Open \"Utilities\" and choose to link your CM/ECF account.\n3. Enter your CM/ECF login and password. The login is usually your first initial and full last name.\n4. Refresh the page. The CM/ECF menus will appear, and you can file.\n\nSign in to CM/ECF:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + "\n\nYou do this once for this court. Our NextGen page <"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "> shows each step. If your password was saved only in your browser, it is lost, and only our help desk can recover it.\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nSign in to CM/ECF with your PACER account, open \"Utilities\", and link your CM/ECF account. Our NextGen page <"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "> shows each step.\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"unless","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nSign in to CM/ECF:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"unless","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"fix-link"),depth0,{"name":"fix-link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"link-later",{"name":"section","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"step"), "link" ), depth0)) != null ? stack1 : "")
    + ". On "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "")
    + ", link your accounts\n\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "link" ), depth0)) != null ? stack1 : "")
    + ". Once NextGen CM/ECF starts, link your accounts\n\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.program(12, data, 0),"data":data})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYou cannot link them before that date. You do it once for this court:\n\n1. Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.\n2. Open \"Utilities\" and choose to link your CM/ECF account.\n3. Enter your CM/ECF login and password.\n4. Refresh the page. The CM/ECF menus will appear, and you can file.\n\nOur NextGen page <"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "> shows each step.\n\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYou cannot link them earlier. The full notice on our NextGen page <"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "> explains each step.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"next-step": {"0":function(container,depth0,helpers,partials,data) {
    return "Get your own PACER account";
},"1":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account";
},"2":function(container,depth0,helpers,partials,data) {
    return "Check your PACER account";
},"3":function(container,depth0,helpers,partials,data) {
    return "Make sure your PACER account is yours alone";
},"4":function(container,depth0,helpers,partials,data) {
    return "Make sure you know your CM/ECF password";
},"5":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account";
},"6":function(container,depth0,helpers,partials,data) {
    return "Try to link your PACER account again";
},"7":function(container,depth0,helpers,partials,data) {
    return "Your link is awaiting court approval";
},"8":function(container,depth0,helpers,partials,data) {
    return "Nothing for you to do";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"nothing"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"outage": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"section").call(alias1,"outage",{"name":"section","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "\nWhen the system will be closed\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + " from "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + " until "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + ".\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"also-closed"),depth0,{"name":"also-closed","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file";
},"5":function(container,depth0,helpers,partials,data) {
    return "No filing";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"paa": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nIf your firm pays for PACER\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"paa",{"name":"section","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nA firm can set up a PACER Administrative Account (PAA). With a PAA, the firm manages the PACER accounts of its people and pays their fees in one place. A PAA cannot be used to file.\n\n- About PAAs:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "paa" ), depth0)) != null ? stack1 : "")
    + "\n- Register for a PAA:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "paaRegister" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"firm"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"pages": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\n- The court's NextGen page:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "\n- PACER's answers to common questions:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"nextgenLabel"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nTo find our NextGen page on the court's website, look for \""
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgenLabel" ), depth0)) != null ? stack1 : "")
    + "\".\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nWhere to find more\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"pages",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"password": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"frozen"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "\nYou will need them to link your accounts. They belong to the CM/ECF account that you file with today. The login is usually your first initial and full last name.\n\nIs the password saved only in your browser? It will be lost when NextGen CM/ECF starts, and only the court will be able to recover it.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "\nYou can no longer reset your password yourself. If you do not know it, contact our help desk.\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nIf you do not know your password, reset it"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + ": go to the ECF login page, choose \"Reset\" and follow the instructions.\n\nECF login page:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " by "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "at" ), depth0)) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    return " now";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    return "\nIf you do not, choose \"Reset\" on the ECF login page.\n\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nIf you do not, choose \"Reset\" on the ECF login page:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "password" ), depth0)) != null ? stack1 : "")
    + ". Make sure you know your CM/ECF login and password\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"password",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"ready": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"elsewhere"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\nTo verify your upgrade, sign in at Manage My Account. \"Account Type\" should say \"Upgraded PACER Account\". If it says \"Legacy PACER Account\", upgrade it there.\n\nManage My Account at PACER:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "\nYou use NextGen CM/ECF in another court, so your account is upgraded. Do not upgrade it again. For this court, go straight to linking.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"inferred"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "\nPACER accounts created on or after August 11, 2014 are already upgraded.\n\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "\nOur records show that it is upgraded. For this court, go straight to linking.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYour PACER account does not need an upgrade\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"ready",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"register": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"late"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nRegister for a PACER account:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + "\n\nA new account does not need an upgrade. Our NextGen page <"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "> shows each step. PACER has answers to common questions:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nRegister for a PACER account:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "\nWithout a credit card, PACER mails you a code, which takes 7 to 10 business days.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"section").call(depth0,"register",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"role": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nFor filing agents\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"filing-agents",{"name":"section","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "\nYou need a PACER account of your own, registered as a non-attorney account. Link it to your own CM/ECF filing agent account, not to the account of an attorney or trustee.\n\nYou will stay associated with the attorneys and trustees you file for. They may need to update your permissions, such as for online payments. You will receive notices of their cases only if they list your email address.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nFor trustees\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"trustees",{"name":"section","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "\nIf you add an employee as a filing agent, give the clerk's office that person's name. The fee exemption order can then cover the account.\n\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nFor filers who are not attorneys\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"non-attorneys",{"name":"section","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    return "\nIf you register with PACER, choose a non-attorney account. This applies to U.S. Trustee staff, creditors, auditors and course providers.\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nFor CJA panel attorneys\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"cja-attorneys",{"name":"section","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "\nUse one PACER account for your private work and your CJA work. In NextGen CM/ECF, \"Change PACER Exemption Status\" switches between them. Each time you sign in, you start as not exempt.\n\nDo you have a second PACER account for CJA work? The PACER Service Center can merge the two.\n\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nIf you represent yourself\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"self-represented",{"name":"section","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    return "\nIf the court has already approved you to file electronically, these steps apply to you, too.\n\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nFor journalists\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"journalists",{"name":"section","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    return "\nThese steps also apply to you if you track cases with your CM/ECF account.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"agent"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"trustee"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"nonAttorney"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"cja"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"proSe"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"media"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"steps": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"wait-for-court"),depth0,{"name":"wait-for-court","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"fix-link"),depth0,{"name":"fix-link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"confirm-individual"),depth0,{"name":"confirm-individual","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"individual-account"),depth0,{"name":"individual-account","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"check-account"),depth0,{"name":"check-account","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"upgrade"),depth0,{"name":"upgrade","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"ready"),depth0,{"name":"ready","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"password"),depth0,{"name":"password","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"link"),depth0,{"name":"link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"awaitingCourt"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"password"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"upgrade": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "\nA PACER account created before August 11, 2014 is a legacy account. It must be upgraded once. You cannot link it until you upgrade it.\n\nUpgrade at Manage My Account:  "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + "\n\nOur NextGen page <"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + "> shows each step.\n\nSkip this step if you already upgraded your account for this court or another court. To check, sign in at Manage My Account and look for \"Account Type\". \"Upgraded PACER Account\" means that it is ready. \"Legacy PACER Account\" means that you must upgrade it.\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nAlready done? Then Manage My Account shows \"Upgraded PACER Account\".\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nManage My Account at PACER:  "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "upgrade" ), depth0)) != null ? stack1 : "")
    + ". Upgrade your PACER account\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"upgrade",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"wait-for-court": {"0":function(container,depth0,helpers,partials,data) {
    return "\nYou asked to link your accounts, and the court needs to approve that. If you need to file before then, contact our help desk. Do not register for another account.\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nYour link is awaiting court approval\n\n"
    + ((stack1 = lookupProperty(helpers,"section").call(depth0,"wait-for-court",{"name":"section","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"why": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\nWhy you received this: You have a CM/ECF account in this court. "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "State" ), depth0)) != null ? stack1 : "")
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " Also, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "account" ), depth0)) != null ? stack1 : "")
    + ".";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"earlier"),"datesChanged"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(12, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nWhat has changed: "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"sameDay"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"was"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "Times have changed since our last email. Please use the ones in this email.";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"date"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "")
    + " Please use the "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "")
    + " in this email.";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Our last email gave "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"earlier"), "date" ), depth0)) != null ? stack1 : "")
    + " as the go-live date.";
},"7":function(container,depth0,helpers,partials,data) {
    return "Our last email gave no go-live date.";
},"8":function(container,depth0,helpers,partials,data) {
    return "date";
},"9":function(container,depth0,helpers,partials,data) {
    return "information";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return " Our last email also said that "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"earlier"), "was" ), depth0)) != null ? stack1 : "")
    + ". Now "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " As before, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "\nWhat has changed: "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"was"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.program(14, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "Our last email said that "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"earlier"), "was" ), depth0)) != null ? stack1 : "")
    + ". Now "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.program(16, data, 0),"data":data})) != null ? stack1 : "");
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Our records have changed since our last email: "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Nothing. As before, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},},
};
export const sections = {"date-change":[{"id":"opening","title":"Opening","isShared":false},{"id":"outage","title":"When the system is closed","isShared":true},{"id":"wait-for-court","title":"Your link waits for the court","isShared":true},{"id":"fix-link","title":"If the link does not work","isShared":true},{"id":"confirm-individual","title":"Is your PACER account yours alone?","isShared":true},{"id":"register","title":"Register for a PACER account","isShared":true},{"id":"individual-account","title":"Get your own PACER account","isShared":true},{"id":"check-account","title":"Check if your PACER account is upgraded","isShared":true},{"id":"upgrade","title":"Upgrade your PACER account","isShared":true},{"id":"ready","title":"Your PACER account needs no upgrade","isShared":true},{"id":"password","title":"Know your CM/ECF login and password","isShared":true},{"id":"link","title":"Link your accounts, once filing is open","isShared":true},{"id":"link-later","title":"Link your accounts, before go-live","isShared":true},{"id":"change","title":"What changes, and why it helps you","isShared":true},{"id":"filing-agents","title":"For filing agents","isShared":true},{"id":"trustees","title":"For trustees","isShared":true},{"id":"non-attorneys","title":"For filers who are not attorneys","isShared":true},{"id":"cja-attorneys","title":"For CJA panel attorneys","isShared":true},{"id":"self-represented","title":"If you represent yourself","isShared":true},{"id":"journalists","title":"For journalists","isShared":true},{"id":"paa","title":"If your firm pays for PACER","isShared":true},{"id":"help","title":"Who can help","isShared":true},{"id":"pages","title":"Pages to know","isShared":true},{"id":"genuine","title":"How to know that this email is real","isShared":true},{"id":"closing","title":"Closing","isShared":true}],"follow-up":[{"id":"opening","title":"Opening","isShared":false},{"id":"help","title":"Who can help","isShared":true},{"id":"not-linked","title":"What happens if you do not link","isShared":false},{"id":"wait-for-court","title":"Your link waits for the court","isShared":true},{"id":"fix-link","title":"If the link does not work","isShared":true},{"id":"confirm-individual","title":"Is your PACER account yours alone?","isShared":true},{"id":"register","title":"Register for a PACER account","isShared":true},{"id":"individual-account","title":"Get your own PACER account","isShared":true},{"id":"check-account","title":"Check if your PACER account is upgraded","isShared":true},{"id":"upgrade","title":"Upgrade your PACER account","isShared":true},{"id":"ready","title":"Your PACER account needs no upgrade","isShared":true},{"id":"password","title":"Know your CM/ECF login and password","isShared":true},{"id":"link","title":"Link your accounts, once filing is open","isShared":true},{"id":"link-later","title":"Link your accounts, before go-live","isShared":true},{"id":"change","title":"What changes, and why it helps you","isShared":true},{"id":"filing-agents","title":"For filing agents","isShared":true},{"id":"trustees","title":"For trustees","isShared":true},{"id":"non-attorneys","title":"For filers who are not attorneys","isShared":true},{"id":"cja-attorneys","title":"For CJA panel attorneys","isShared":true},{"id":"self-represented","title":"If you represent yourself","isShared":true},{"id":"journalists","title":"For journalists","isShared":true},{"id":"paa","title":"If your firm pays for PACER","isShared":true},{"id":"genuine","title":"How to know that this email is real","isShared":true},{"id":"closing","title":"Closing","isShared":true}],"launch-day":[{"id":"opening","title":"Opening","isShared":false},{"id":"wait-for-court","title":"Your link waits for the court","isShared":true},{"id":"fix-link","title":"If the link does not work","isShared":true},{"id":"confirm-individual","title":"Is your PACER account yours alone?","isShared":true},{"id":"register","title":"Register for a PACER account","isShared":true},{"id":"individual-account","title":"Get your own PACER account","isShared":true},{"id":"check-account","title":"Check if your PACER account is upgraded","isShared":true},{"id":"upgrade","title":"Upgrade your PACER account","isShared":true},{"id":"ready","title":"Your PACER account needs no upgrade","isShared":true},{"id":"password","title":"Know your CM/ECF login and password","isShared":true},{"id":"link","title":"Link your accounts, once filing is open","isShared":true},{"id":"link-later","title":"Link your accounts, before go-live","isShared":true},{"id":"change","title":"What changes, and why it helps you","isShared":true},{"id":"filing-agents","title":"For filing agents","isShared":true},{"id":"trustees","title":"For trustees","isShared":true},{"id":"non-attorneys","title":"For filers who are not attorneys","isShared":true},{"id":"cja-attorneys","title":"For CJA panel attorneys","isShared":true},{"id":"self-represented","title":"If you represent yourself","isShared":true},{"id":"journalists","title":"For journalists","isShared":true},{"id":"paa","title":"If your firm pays for PACER","isShared":true},{"id":"help","title":"Who can help","isShared":true},{"id":"genuine","title":"How to know that this email is real","isShared":true},{"id":"closing","title":"Closing","isShared":true}],"notice":[{"id":"opening","title":"Opening","isShared":false},{"id":"change","title":"What changes, and why it helps you","isShared":true},{"id":"wait-for-court","title":"Your link waits for the court","isShared":true},{"id":"fix-link","title":"If the link does not work","isShared":true},{"id":"confirm-individual","title":"Is your PACER account yours alone?","isShared":true},{"id":"register","title":"Register for a PACER account","isShared":true},{"id":"individual-account","title":"Get your own PACER account","isShared":true},{"id":"check-account","title":"Check if your PACER account is upgraded","isShared":true},{"id":"upgrade","title":"Upgrade your PACER account","isShared":true},{"id":"ready","title":"Your PACER account needs no upgrade","isShared":true},{"id":"password","title":"Know your CM/ECF login and password","isShared":true},{"id":"link","title":"Link your accounts, once filing is open","isShared":true},{"id":"link-later","title":"Link your accounts, before go-live","isShared":true},{"id":"outage","title":"When the system is closed","isShared":true},{"id":"filing-agents","title":"For filing agents","isShared":true},{"id":"trustees","title":"For trustees","isShared":true},{"id":"non-attorneys","title":"For filers who are not attorneys","isShared":true},{"id":"cja-attorneys","title":"For CJA panel attorneys","isShared":true},{"id":"self-represented","title":"If you represent yourself","isShared":true},{"id":"journalists","title":"For journalists","isShared":true},{"id":"paa","title":"If your firm pays for PACER","isShared":true},{"id":"help","title":"Who can help","isShared":true},{"id":"pages","title":"Pages to know","isShared":true},{"id":"genuine","title":"How to know that this email is real","isShared":true},{"id":"closing","title":"Closing","isShared":true}],"pre-outage":[{"id":"opening","title":"Opening","isShared":false},{"id":"change","title":"What changes, and why it helps you","isShared":true},{"id":"wait-for-court","title":"Your link waits for the court","isShared":true},{"id":"fix-link","title":"If the link does not work","isShared":true},{"id":"confirm-individual","title":"Is your PACER account yours alone?","isShared":true},{"id":"register","title":"Register for a PACER account","isShared":true},{"id":"individual-account","title":"Get your own PACER account","isShared":true},{"id":"check-account","title":"Check if your PACER account is upgraded","isShared":true},{"id":"upgrade","title":"Upgrade your PACER account","isShared":true},{"id":"ready","title":"Your PACER account needs no upgrade","isShared":true},{"id":"password","title":"Know your CM/ECF login and password","isShared":true},{"id":"link","title":"Link your accounts, once filing is open","isShared":true},{"id":"link-later","title":"Link your accounts, before go-live","isShared":true},{"id":"filing-agents","title":"For filing agents","isShared":true},{"id":"trustees","title":"For trustees","isShared":true},{"id":"non-attorneys","title":"For filers who are not attorneys","isShared":true},{"id":"cja-attorneys","title":"For CJA panel attorneys","isShared":true},{"id":"self-represented","title":"If you represent yourself","isShared":true},{"id":"journalists","title":"For journalists","isShared":true},{"id":"paa","title":"If your firm pays for PACER","isShared":true},{"id":"help","title":"Who can help","isShared":true},{"id":"pages","title":"Pages to know","isShared":true},{"id":"genuine","title":"How to know that this email is real","isShared":true},{"id":"closing","title":"Closing","isShared":true}],"public-notice":[{"id":"opening","title":"Opening","isShared":false},{"id":"outage","title":"When the system is closed","isShared":true},{"id":"wait-for-court","title":"Your link waits for the court","isShared":true},{"id":"fix-link","title":"If the link does not work","isShared":true},{"id":"confirm-individual","title":"Is your PACER account yours alone?","isShared":true},{"id":"register","title":"Register for a PACER account","isShared":true},{"id":"individual-account","title":"Get your own PACER account","isShared":true},{"id":"check-account","title":"Check if your PACER account is upgraded","isShared":true},{"id":"upgrade","title":"Upgrade your PACER account","isShared":true},{"id":"ready","title":"Your PACER account needs no upgrade","isShared":true},{"id":"password","title":"Know your CM/ECF login and password","isShared":true},{"id":"link","title":"Link your accounts, once filing is open","isShared":true},{"id":"link-later","title":"Link your accounts, before go-live","isShared":true},{"id":"change","title":"What changes, and why it helps you","isShared":true},{"id":"filing-agents","title":"For filing agents","isShared":true},{"id":"trustees","title":"For trustees","isShared":true},{"id":"non-attorneys","title":"For filers who are not attorneys","isShared":true},{"id":"cja-attorneys","title":"For CJA panel attorneys","isShared":true},{"id":"self-represented","title":"If you represent yourself","isShared":true},{"id":"journalists","title":"For journalists","isShared":true},{"id":"paa","title":"If your firm pays for PACER","isShared":true},{"id":"help","title":"Who can help","isShared":true},{"id":"pages","title":"Pages to know","isShared":true},{"id":"genuine","title":"How to know that this email is real","isShared":true}]};
export const sectionSources = {"change": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "You will have one account for all courts: district, appellate and bankruptcy. You will sign in with one login and password in every court where you are authorized to file, as each court moves to NextGen CM/ECF.";
},"useData":true},
"check-account": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"contradiction"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\nSign in to PACER and look for \"Account Type\". A username with 6 characters means a legacy account. One with 8 or more means an upgraded account.\n\n[Manage My Account at PACER]("
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n\n- **Upgraded PACER Account:** Your account is ready."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n- **Legacy PACER Account:** Upgrade it there now. Our [NextGen page]("
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n\nAn account created before August 11, 2014 must be upgraded once. Later accounts are already upgraded. If you upgraded yours for another court, do not upgrade it again.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "Our information about your PACER account is inconsistent, so please check it yourself.\n";
},"2":function(container,depth0,helpers,partials,data) {
    return " Go to the next step.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Sign in to PACER and look for \"Account Type\". If it says \"Legacy PACER Account\", upgrade it there now.\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Manage My Account at PACER]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"closing": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Sincerely,\\\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "sender" ), depth0)) != null ? stack1 : "");
},"useData":true},
"confirm-individual": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Do you share the PACER account that you linked? Our records do not say. If you share it, get an account of your own and ask our help desk to help you link it. "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"2":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "Do you share a PACER account with others in your office? Our records do not say.\n\n- **No, I have my own.** "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + "\n- **Yes, or I have no account.** Get one of your own. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "Go to the next step.";
},"5":function(container,depth0,helpers,partials,data) {
    return "You are all set.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"linked"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"fix-link": {"0":function(container,depth0,helpers,partials,data) {
    return "- Try again. Use the login and password of the CM/ECF account that you file with.\n- If that does not work, contact our help desk.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "Do not register with CM/ECF again. You need only a PACER account of your own.\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "Do not register for another account.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"linkingFails"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"genuine": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " A general notice is posted on the [court's NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ").";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "We never ask for your password by email. You never need to reply with personal information. Every link leads to "
    + ((stack1 = container.lambda(container.strict(depth0, "domains" ), depth0)) != null ? stack1 : "")
    + ", and you can type each address yourself."
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"help": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return " or ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "phone" ), depth0)) != null ? stack1 : "")
    + "](tel:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "phone" ), depth0)) != null ? stack1 : "")
    + ")";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "**CM/ECF, passwords and linking:** our help desk, ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "email" ), depth0)) != null ? stack1 : "")
    + "](mailto:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "email" ), depth0)) != null ? stack1 : "")
    + ")"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"helpDesk"),"phone"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ". Hours: "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "hours" ), depth0)) != null ? stack1 : "")
    + ".\n\n**PACER accounts:** the PACER Service Center, ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "email" ), depth0)) != null ? stack1 : "")
    + "](mailto:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "email" ), depth0)) != null ? stack1 : "")
    + ") or ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "phone" ), depth0)) != null ? stack1 : "")
    + "](tel:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "phone" ), depth0)) != null ? stack1 : "")
    + "). Hours: "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "hours" ), depth0)) != null ? stack1 : "")
    + ".";
},"useData":true},
"individual-account": {"0":function(container,depth0,helpers,partials,data) {
    return "Complete this step if you share a PACER account with others in your office, or if you have none. If you have an account of your own, go to the next step.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "You need a PACER account that is yours alone. You will link it to the CM/ECF account that you file with. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"3":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"4":function(container,depth0,helpers,partials,data) {
    return "If you have your own account by now, you do not need another one.\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "If you have one of your own by now, skip this step.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"link": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "1. Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.\n2. Open \"Utilities\" and choose to link your CM/ECF account.\n3. Enter your CM/ECF login and password. The login is usually your first initial and full last name.\n4. Refresh the page. The CM/ECF menus will appear, and you can file.\n\n[Sign in to CM/ECF]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n\nYou do this once for this court. Our [NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step. If your password was saved only in your browser, it is lost, and only our help desk can recover it.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Sign in to CM/ECF with your PACER account, open \"Utilities\", and link your CM/ECF account. Our [NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"unless","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Sign in to CM/ECF]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"link-later": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "You cannot link them before that date. You do it once for this court:\n\n1. Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.\n2. Open \"Utilities\" and choose to link your CM/ECF account.\n3. Enter your CM/ECF login and password.\n4. Refresh the page. The CM/ECF menus will appear, and you can file.\n\nOur [NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "You cannot link them earlier. The full notice on our [NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") explains each step.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"outage": {"0":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file";
},"1":function(container,depth0,helpers,partials,data) {
    return "**No filing**";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + " from **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + "** until **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + "**.\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"also-closed"),depth0,{"name":"also-closed","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"paa": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "A firm can set up a PACER Administrative Account (PAA). With a PAA, the firm manages the PACER accounts of its people and pays their fees in one place. A PAA cannot be used to file.\n\n- [About PAAs]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "paa" ), depth0)) != null ? stack1 : "")
    + ")\n- [Register for a PAA]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "paaRegister" ), depth0)) != null ? stack1 : "")
    + ")";
},"useData":true},
"pages": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "To find our NextGen page on the court's website, look for \""
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgenLabel" ), depth0)) != null ? stack1 : "")
    + "\".\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "- [The court's NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ")\n- [PACER's answers to common questions]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0)) != null ? stack1 : "")
    + ")\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"nextgenLabel"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"password": {"0":function(container,depth0,helpers,partials,data) {
    return "You will need them to link your accounts. They belong to the CM/ECF account that you file with today. The login is usually your first initial and full last name.\n\nIs the password saved only in your browser? It will be lost when NextGen CM/ECF starts, and only the court will be able to recover it.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "You can no longer reset your password yourself. If you do not know it, contact our help desk.\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "If you do not know your password, reset it"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ": go to the ECF login page, choose \"Reset\" and follow the instructions.\n\n[ECF login page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " by "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "at" ), depth0)) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    return " now";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "If you do not, choose \"Reset\" on the ECF login page.\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "If you do not, choose \"Reset\" on the [ECF login page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ").\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"frozen"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"ready": {"0":function(container,depth0,helpers,partials,data) {
    return "You use NextGen CM/ECF in another court, so your account is upgraded. Do not upgrade it again. For this court, go straight to linking.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"inferred"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "PACER accounts created on or after August 11, 2014 are already upgraded.\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "Our records show that it is upgraded. For this court, go straight to linking.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"elsewhere"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\nTo verify your upgrade, sign in at Manage My Account. \"Account Type\" should say \"Upgraded PACER Account\". If it says \"Legacy PACER Account\", upgrade it there.\n\n[Manage My Account at PACER]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")";
},"useData":true},
"register": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "[Register for a PACER account]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + ")\n\nA new account does not need an upgrade. Our [NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step. PACER has [answers to common questions]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0)) != null ? stack1 : "")
    + ").\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Register for a PACER account]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "Without a credit card, PACER mails you a code, which takes 7 to 10 business days.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"late"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"filing-agents": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "You need a PACER account of your own, registered as a non-attorney account. Link it to your own CM/ECF filing agent account, not to the account of an attorney or trustee.\n\nYou will stay associated with the attorneys and trustees you file for. They may need to update your permissions, such as for online payments. You will receive notices of their cases only if they list your email address.";
},"useData":true},
"trustees": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "If you add an employee as a filing agent, give the clerk's office that person's name. The fee exemption order can then cover the account.";
},"useData":true},
"non-attorneys": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "If you register with PACER, choose a non-attorney account. This applies to U.S. Trustee staff, creditors, auditors and course providers.";
},"useData":true},
"cja-attorneys": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Use one PACER account for your private work and your CJA work. In NextGen CM/ECF, \"Change PACER Exemption Status\" switches between them. Each time you sign in, you start as not exempt.\n\nDo you have a second PACER account for CJA work? The PACER Service Center can merge the two.";
},"useData":true},
"self-represented": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "If the court has already approved you to file electronically, these steps apply to you, too.";
},"useData":true},
"journalists": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "These steps also apply to you if you track cases with your CM/ECF account.";
},"useData":true},
"upgrade": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "A PACER account created before August 11, 2014 is a legacy account. It must be upgraded once. You cannot link it until you upgrade it.\n\n[Upgrade at Manage My Account]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n\nOur [NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n\n**Skip this step if you already upgraded your account** for this court or another court. To check, sign in at Manage My Account and look for \"Account Type\". \"Upgraded PACER Account\" means that it is ready. \"Legacy PACER Account\" means that you must upgrade it.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Already done? Then Manage My Account shows \"Upgraded PACER Account\".\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Manage My Account at PACER]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"wait-for-court": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "You asked to link your accounts, and the court needs to approve that. If you need to file before then, contact our help desk. Do not register for another account.";
},"useData":true},
"date-change/opening": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "**The times have changed, but the day has not.** "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will move to NextGen CM/ECF, our new electronic filing system. It will start on **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + "**."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + " Please disregard the times in our earlier emails.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate. We will email you if it changes.";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"change"),"hadDate"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "**The go-live date has changed.** We previously told you that "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " would move to NextGen CM/ECF, our new electronic filing system, on "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"change"), "previous" ), depth0)) != null ? stack1 : "")
    + ".\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "**There is news about the go-live date.** We previously told you that "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " would move to NextGen CM/ECF, our new electronic filing system, on a date to be announced.\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "The new date is **"
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + "**."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "The move has been postponed, and the new date is **to be announced**. We will email you when it is set. Until then, you can file as you do today.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"change"),"sameDay"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"follow-up/opening": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "**You cannot file in "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " until you link your PACER account to your CM/ECF account.** "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ", and our records do not show that your accounts are linked.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "We have used NextGen CM/ECF since "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "We now use NextGen CM/ECF";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"help"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "**You do not have to do this alone.** Our records still do not show that your PACER and CM/ECF accounts are linked. You cannot file in "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " until they are. Our help desk can walk you through it.\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "**Our records still do not show that your PACER and CM/ECF accounts are linked.** "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "")
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"phase"),"last"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "has used NextGen CM/ECF since "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "now uses NextGen CM/ECF";
},"8":function(container,depth0,helpers,partials,data) {
    return " This is the last reminder that we plan to send you.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "\nIf you linked your accounts in the last few days, no further action is needed.";
},"useData":true},
"follow-up/not-linked": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Until your accounts are linked, you will not be able to file electronically in this court, even when a filing is due. You can link them at any time.\n\nIf you no longer file in this court, please tell our help desk.";
},"useData":true},
"launch-day/opening": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "**Filing is open.** "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " now uses NextGen CM/ECF, our new electronic filing system. You sign in to file with your own PACER account, linked to your CM/ECF account.";
},"useData":true},
"notice/opening": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " now uses NextGen CM/ECF, our new electronic filing system. You will sign in to file with your own PACER account.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will move to a new electronic filing system, **NextGen CM/ECF**. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + " From then on, you will sign in to file with your own PACER account."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "It will start on **"
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + "**.";
},"4":function(container,depth0,helpers,partials,data) {
    return "The date is **to be announced**.";
},"5":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate. We will email you if it changes.";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "**You still have steps to complete** before NextGen CM/ECF starts."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"pre-outage/opening": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "**You will not be able to file** from **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + "** until **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + "**"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ". During that time, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "theName" ), depth0)) != null ? stack1 : "")
    + " will move to NextGen CM/ECF, our new electronic filing system. Please plan your filings around the outage.";
},"2":function(container,depth0,helpers,partials,data) {
    return ", while we move to NextGen CM/ECF.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will soon move to NextGen CM/ECF, our new electronic filing system.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"public-notice/opening": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " now uses NextGen CM/ECF, our new electronic filing system. You sign in to file with your own PACER account, linked to your CM/ECF account.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "TheName" ), depth0)) != null ? stack1 : "")
    + " will move to a new electronic filing system, **NextGen CM/ECF**. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + " From then on, you will sign in to file with your own PACER account, linked to your CM/ECF account."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"estimated"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "It will start on **"
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "at" ), depth0)) != null ? stack1 : "")
    + "**.";
},"3":function(container,depth0,helpers,partials,data) {
    return "The date is **to be announced**.";
},"4":function(container,depth0,helpers,partials,data) {
    return " This date is an estimate.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},};
export const sourcePartials = {"action": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "**What to do now:** "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.program(22, data, 0),"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(28, data, 0),"inverse":container.program(29, data, 0),"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "Make sure that your PACER account is yours alone. ";
},"2":function(container,depth0,helpers,partials,data) {
    return "Get a PACER account of your own.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "Then upgrade it.";
},"5":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account.";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "Then check whether it is upgraded.";
},"8":function(container,depth0,helpers,partials,data) {
    return "Check whether your PACER account is upgraded.";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data})) != null ? stack1 : "");
},"10":function(container,depth0,helpers,partials,data) {
    return "Then link it to your CM/ECF account.";
},"11":function(container,depth0,helpers,partials,data) {
    return "Then make sure that you know your CM/ECF password.";
},"12":function(container,depth0,helpers,partials,data) {
    return "Make sure that you know your CM/ECF login and password.";
},"13":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account to your CM/ECF account.";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.program(19, data, 0),"data":data})) != null ? stack1 : "")
    + " If that does not work, contact our help desk.";
},"15":function(container,depth0,helpers,partials,data) {
    return "Get a PACER account of your own. ";
},"16":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account. ";
},"17":function(container,depth0,helpers,partials,data) {
    return "Check whether your PACER account is upgraded. ";
},"18":function(container,depth0,helpers,partials,data) {
    return "Try to link your accounts again.";
},"19":function(container,depth0,helpers,partials,data) {
    return "Then try to link your accounts again.";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "**By when:** Before you next need to file.\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"warn"),{"name":"unless","hash":{},"fn":container.program(21, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"21":function(container,depth0,helpers,partials,data) {
    return "**If you do not:** You will not be able to file in this court until your accounts are linked.\n";
},"22":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(23, data, 0),"inverse":container.program(27, data, 0),"data":data})) != null ? stack1 : "");
},"23":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "**By when:** "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "at" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"left"),{"name":"if","hash":{},"fn":container.program(24, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ".\n\n**If you do not:** You will not be able to file "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(25, data, 0),"inverse":container.program(26, data, 0),"data":data})) != null ? stack1 : "")
    + ".\n";
},"24":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " ("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"launch"), "left" ), depth0)) != null ? stack1 : "")
    + " left)";
},"25":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "once NextGen CM/ECF starts on "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "");
},"26":function(container,depth0,helpers,partials,data) {
    return "after the move";
},"27":function(container,depth0,helpers,partials,data) {
    return "**By when:** There is no date yet, but you can do this now. We will email you when the date is set.\n\n**If you do not:** You will not be able to file once NextGen CM/ECF starts.\n";
},"28":function(container,depth0,helpers,partials,data) {
    return "There is no button here because your next step depends on your answer to step 1.\n";
},"29":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(30, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(33, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(36, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(37, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"30":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Register for a PACER account]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"31":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Upgrade at Manage My Account]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"32":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Check at Manage My Account]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"33":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"frozen"),{"name":"if","hash":{},"fn":container.program(34, data, 0),"inverse":container.program(35, data, 0),"data":data})) != null ? stack1 : "");
},"34":function(container,depth0,helpers,partials,data) {
    return "There is no button here because passwords can no longer be reset online. If you do not know yours, contact our help desk.\n";
},"35":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Go to the ECF login page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"36":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Sign in to CM/ECF]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"37":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(30, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(36, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"38":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(39, data, 0),"inverse":container.program(40, data, 0),"data":data})) != null ? stack1 : "")
    + "\nThere is no button here because you have no steps to complete.\n";
},"39":function(container,depth0,helpers,partials,data) {
    return "**What to do now:** Nothing. You asked to link your accounts, and the court needs to approve that.\n";
},"40":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "**What to do now:** Nothing."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linked"),{"name":"if","hash":{},"fn":container.program(41, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"excused"),{"name":"if","hash":{},"fn":container.program(42, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"41":function(container,depth0,helpers,partials,data) {
    return " Your PACER account is linked.";
},"42":function(container,depth0,helpers,partials,data) {
    return " You do not need to link an account.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "::: action\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"mustAct"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(38, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n";
},"useData":true},
"after-step": {"0":function(container,depth0,helpers,partials,data) {
    return "Get your own PACER account, then link it";
},"1":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account, then link it";
},"2":function(container,depth0,helpers,partials,data) {
    return "Check your PACER account, then link it";
},"3":function(container,depth0,helpers,partials,data) {
    return "Make sure your PACER account is yours alone, then link it";
},"4":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account";
},"5":function(container,depth0,helpers,partials,data) {
    return "Try to link your PACER account again";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"also-closed": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "You will not be able to view cases from **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + "** until **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + "**.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "You will not be able to register, reset a password or change your account from **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + "** until **"
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + "**.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"viewing"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"registration"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"by-date": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " by "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "date" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"left"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " ("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"launch"), "left" ), depth0)) != null ? stack1 : "")
    + " left)";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"change": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "## What is changing, and how it helps you\n\n::: section change What changes, and why it helps you\nYou will have one account for all courts: district, appellate and bankruptcy. You will sign in with one login and password in every court where you are authorized to file, as each court moves to NextGen CM/ECF.\n:::\n";
},"useData":true},
"check-account": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"contradiction"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\nSign in to PACER and look for \"Account Type\". A username with 6 characters means a legacy account. One with 8 or more means an upgraded account.\n\n[Manage My Account at PACER]("
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n\n- **Upgraded PACER Account:** Your account is ready."
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n- **Legacy PACER Account:** Upgrade it there now. Our [NextGen page]("
    + ((stack1 = alias3(alias2(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n\nAn account created before August 11, 2014 must be upgraded once. Later accounts are already upgraded. If you upgraded yours for another court, do not upgrade it again.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "Our information about your PACER account is inconsistent, so please check it yourself.\n";
},"2":function(container,depth0,helpers,partials,data) {
    return " Go to the next step.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Sign in to PACER and look for \"Account Type\". If it says \"Legacy PACER Account\", upgrade it there now.\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Manage My Account at PACER]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "check" ), depth0)) != null ? stack1 : "")
    + ". Check whether your PACER account is upgraded\n\n::: section check-account Check if your PACER account is upgraded\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n";
},"useData":true},
"closing": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "::: section closing Closing\nSincerely,\\\n"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"court"), "sender" ), depth0)) != null ? stack1 : "")
    + "\n:::\n";
},"useData":true},
"confirm-individual": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Do you share the PACER account that you linked? Our records do not say. If you share it, get an account of your own and ask our help desk to help you link it. "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"2":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "Do you share a PACER account with others in your office? Our records do not say.\n\n- **No, I have my own.** "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + "\n- **Yes, or I have no account.** Get one of your own. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "Go to the next step.";
},"5":function(container,depth0,helpers,partials,data) {
    return "You are all set.";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"register"),depth0,{"name":"register","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "confirm" ), depth0)) != null ? stack1 : "")
    + ". Is your PACER account yours alone?\n\n::: section confirm-individual Is your PACER account yours alone?\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linked"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"unless","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"deadlines": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"deadlines"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"emergencyFiling"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "## Deadlines while the system is closed\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0,lookupProperty(lookupProperty(depth0,"wording"),"deadlines"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "## Emergency filings\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0,lookupProperty(lookupProperty(depth0,"wording"),"emergencyFiling"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"fix-link": {"0":function(container,depth0,helpers,partials,data) {
    return "## Linking did not work\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "## If linking does not work\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "- Try again. Use the login and password of the CM/ECF account that you file with.\n- If that does not work, contact our help desk.\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "Do not register with CM/ECF again. You need only a PACER account of your own.\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "Do not register for another account.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"linkingFails"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n::: section fix-link If the link does not work\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"wording"),"linkingFails"),{"name":"unless","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n";
},"useData":true},
"genuine": {"0":function(container,depth0,helpers,partials,data) {
    return "## How to know that our emails are real\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "## How to know that this email is real\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " A general notice is posted on the [court's NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ").";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\n::: section genuine How to know that this email is real\nWe never ask for your password by email. You never need to reply with personal information. Every link leads to "
    + ((stack1 = container.lambda(container.strict(depth0, "domains" ), depth0)) != null ? stack1 : "")
    + ", and you can type each address yourself."
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n:::\n";
},"useData":true},
"greeting": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "**This email is for "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "name" ), depth0)) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"filer"),"type"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"filer"),"account"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ".** Other people receive email from the court at this address too. Each of them gets a separate email, and their steps may be different.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " ("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "type" ), depth0)) != null ? stack1 : "")
    + ")";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ", CM/ECF account "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "account" ), depth0)) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"filer"),"account"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Your CM/ECF account: **"
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "account" ), depth0)) != null ? stack1 : "")
    + "**\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Dear "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"filer"), "name" ), depth0)) != null ? stack1 : "")
    + ":\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"sharedAddress"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},
"help": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return " or ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "phone" ), depth0)) != null ? stack1 : "")
    + "](tel:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "phone" ), depth0)) != null ? stack1 : "")
    + ")";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "## Who can help\n\n::: section help Who can help\n**CM/ECF, passwords and linking:** our help desk, ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "email" ), depth0)) != null ? stack1 : "")
    + "](mailto:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "email" ), depth0)) != null ? stack1 : "")
    + ")"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"helpDesk"),"phone"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ". Hours: "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"helpDesk"), "hours" ), depth0)) != null ? stack1 : "")
    + ".\n\n**PACER accounts:** the PACER Service Center, ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "email" ), depth0)) != null ? stack1 : "")
    + "](mailto:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "email" ), depth0)) != null ? stack1 : "")
    + ") or ["
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "phone" ), depth0)) != null ? stack1 : "")
    + "](tel:"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "phone" ), depth0)) != null ? stack1 : "")
    + "). Hours: "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "hours" ), depth0)) != null ? stack1 : "")
    + ".\n:::\n";
},"useData":true},
"individual-account": {"0":function(container,depth0,helpers,partials,data) {
    return "Complete this step if you share a PACER account with others in your office, or if you have none. If you have an account of your own, go to the next step.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "You need a PACER account that is yours alone. You will link it to the CM/ECF account that you file with. "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"unless","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "You cannot file with a shared account.";
},"3":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file with a shared account once NextGen CM/ECF starts.";
},"4":function(container,depth0,helpers,partials,data) {
    return "If you have your own account by now, you do not need another one.\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "If you have one of your own by now, skip this step.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "individual" ), depth0)) != null ? stack1 : "")
    + ". Get your own PACER account\n\n::: section individual-account Get your own PACER account\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"everyone"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"register"),depth0,{"name":"register","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"link": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "link" ), depth0)) != null ? stack1 : "")
    + ". Link your accounts\n\n::: section link Link your accounts, once filing is open\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"how"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "1. Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.\n2. Open \"Utilities\" and choose to link your CM/ECF account.\n3. Enter your CM/ECF login and password. The login is usually your first initial and full last name.\n4. Refresh the page. The CM/ECF menus will appear, and you can file.\n\n[Sign in to CM/ECF]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n\nYou do this once for this court. Our [NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step. If your password was saved only in your browser, it is lost, and only our help desk can recover it.\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Sign in to CM/ECF with your PACER account, open \"Utilities\", and link your CM/ECF account. Our [NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"unless","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Sign in to CM/ECF]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"unless","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"fix-link"),depth0,{"name":"fix-link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "")
    + "\n::: section link-later Link your accounts, before go-live\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.program(10, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"step"), "link" ), depth0)) != null ? stack1 : "")
    + ". On "
    + ((stack1 = alias2(alias1(lookupProperty(lookupProperty(depth0,"launch"),"goLive"), "day" ), depth0)) != null ? stack1 : "")
    + ", link your accounts\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "link" ), depth0)) != null ? stack1 : "")
    + ". Once NextGen CM/ECF starts, link your accounts\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "You cannot link them before that date. You do it once for this court:\n\n1. Sign in to CM/ECF with your own, upgraded PACER account. At first, you will see only a PACER menu.\n2. Open \"Utilities\" and choose to link your CM/ECF account.\n3. Enter your CM/ECF login and password.\n4. Refresh the page. The CM/ECF menus will appear, and you can file.\n\nOur [NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "You cannot link them earlier. The full notice on our [NextGen page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") explains each step.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"next-step": {"0":function(container,depth0,helpers,partials,data) {
    return "Get your own PACER account";
},"1":function(container,depth0,helpers,partials,data) {
    return "Upgrade your PACER account";
},"2":function(container,depth0,helpers,partials,data) {
    return "Check your PACER account";
},"3":function(container,depth0,helpers,partials,data) {
    return "Make sure your PACER account is yours alone";
},"4":function(container,depth0,helpers,partials,data) {
    return "Make sure you know your CM/ECF password";
},"5":function(container,depth0,helpers,partials,data) {
    return "Link your PACER account";
},"6":function(container,depth0,helpers,partials,data) {
    return "Try to link your PACER account again";
},"7":function(container,depth0,helpers,partials,data) {
    return "Your link is awaiting court approval";
},"8":function(container,depth0,helpers,partials,data) {
    return "Nothing for you to do";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"individual"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"upgrade"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"check"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"confirm"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"link"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"fixLink"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"waitForCourt"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"case"),"nothing"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"outage": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"known"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n::: section outage When the system is closed\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + " from **"
    + ((stack1 = alias3(alias2(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"from"), "at" ), depth0)) != null ? stack1 : "")
    + "** until **"
    + ((stack1 = alias3(alias2(lookupProperty(lookupProperty(lookupProperty(depth0,"launch"),"filing"),"to"), "at" ), depth0)) != null ? stack1 : "")
    + "**.\n\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"also-closed"),depth0,{"name":"also-closed","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ":::\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "## When the system will be closed\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "You will not be able to file";
},"4":function(container,depth0,helpers,partials,data) {
    return "**No filing**";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"open"),{"name":"unless","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"paa": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "## If your firm pays for PACER\n\n::: section paa If your firm pays for PACER\nA firm can set up a PACER Administrative Account (PAA). With a PAA, the firm manages the PACER accounts of its people and pays their fees in one place. A PAA cannot be used to file.\n\n- [About PAAs]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "paa" ), depth0)) != null ? stack1 : "")
    + ")\n- [Register for a PAA]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "paaRegister" ), depth0)) != null ? stack1 : "")
    + ")\n:::\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"firm"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"pages": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "To find our NextGen page on the court's website, look for \""
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "nextgenLabel" ), depth0)) != null ? stack1 : "")
    + "\".\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "## Where to find more\n\n::: section pages Pages to know\n- [The court's NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ")\n- [PACER's answers to common questions]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0)) != null ? stack1 : "")
    + ")\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"links"),"nextgenLabel"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ":::\n";
},"useData":true},
"password": {"0":function(container,depth0,helpers,partials,data) {
    return "You will need them to link your accounts. They belong to the CM/ECF account that you file with today. The login is usually your first initial and full last name.\n\nIs the password saved only in your browser? It will be lost when NextGen CM/ECF starts, and only the court will be able to recover it.\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "You can no longer reset your password yourself. If you do not know it, contact our help desk.\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "If you do not know your password, reset it"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ": go to the ECF login page, choose \"Reset\" and follow the instructions.\n\n[ECF login page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " by "
    + ((stack1 = container.lambda(container.strict(lookupProperty(lookupProperty(depth0,"launch"),"doBy"), "at" ), depth0)) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    return " now";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"case"),"password"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "If you do not, choose \"Reset\" on the ECF login page.\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "If you do not, choose \"Reset\" on the [ECF login page]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"links"), "ecfLogin" ), depth0)) != null ? stack1 : "")
    + ").\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "password" ), depth0)) != null ? stack1 : "")
    + ". Make sure you know your CM/ECF login and password\n\n::: section password Know your CM/ECF login and password\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"frozen"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n";
},"useData":true},
"ready": {"0":function(container,depth0,helpers,partials,data) {
    return "You use NextGen CM/ECF in another court, so your account is upgraded. Do not upgrade it again. For this court, go straight to linking.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"inferred"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "PACER accounts created on or after August 11, 2014 are already upgraded.\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "Our records show that it is upgraded. For this court, go straight to linking.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "## Your PACER account does not need an upgrade\n\n::: section ready Your PACER account needs no upgrade\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"is"),"elsewhere"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\nTo verify your upgrade, sign in at Manage My Account. \"Account Type\" should say \"Upgraded PACER Account\". If it says \"Legacy PACER Account\", upgrade it there.\n\n[Manage My Account at PACER]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n:::\n";
},"useData":true},
"register": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "[Register for a PACER account]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + ")\n\nA new account does not need an upgrade. Our [NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step. PACER has [answers to common questions]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "faq" ), depth0)) != null ? stack1 : "")
    + ").\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Register for a PACER account]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "register" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "Without a credit card, PACER mails you a code, which takes 7 to 10 business days.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "::: section register Register for a PACER account\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"late"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ":::\n";
},"useData":true},
"role": {"0":function(container,depth0,helpers,partials,data) {
    return "## For filing agents\n\n::: section filing-agents For filing agents\nYou need a PACER account of your own, registered as a non-attorney account. Link it to your own CM/ECF filing agent account, not to the account of an attorney or trustee.\n\nYou will stay associated with the attorneys and trustees you file for. They may need to update your permissions, such as for online payments. You will receive notices of their cases only if they list your email address.\n:::\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "## For trustees\n\n::: section trustees For trustees\nIf you add an employee as a filing agent, give the clerk's office that person's name. The fee exemption order can then cover the account.\n:::\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "## For filers who are not attorneys\n\n::: section non-attorneys For filers who are not attorneys\nIf you register with PACER, choose a non-attorney account. This applies to U.S. Trustee staff, creditors, auditors and course providers.\n:::\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "## For CJA panel attorneys\n\n::: section cja-attorneys For CJA panel attorneys\nUse one PACER account for your private work and your CJA work. In NextGen CM/ECF, \"Change PACER Exemption Status\" switches between them. Each time you sign in, you start as not exempt.\n\nDo you have a second PACER account for CJA work? The PACER Service Center can merge the two.\n:::\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "## If you represent yourself\n\n::: section self-represented If you represent yourself\nIf the court has already approved you to file electronically, these steps apply to you, too.\n:::\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "## For journalists\n\n::: section journalists For journalists\nThese steps also apply to you if you track cases with your CM/ECF account.\n:::\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"agent"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"trustee"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"nonAttorney"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"cja"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"proSe"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"role"),"media"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
"steps": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"wait-for-court"),depth0,{"name":"wait-for-court","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"fix-link"),depth0,{"name":"fix-link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"confirm-individual"),depth0,{"name":"confirm-individual","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"individual-account"),depth0,{"name":"individual-account","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"check-account"),depth0,{"name":"check-account","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"upgrade"),depth0,{"name":"upgrade","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"ready"),depth0,{"name":"ready","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"password"),depth0,{"name":"password","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"link"),depth0,{"name":"link","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"awaitingCourt"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"linkFailed"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"individual"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"check"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"upgrade"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"is"),"ready"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"password"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"step"),"link"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
"upgrade": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "A PACER account created before August 11, 2014 is a legacy account. It must be upgraded once. You cannot link it until you upgrade it.\n\n[Upgrade at Manage My Account]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n\nOur [NextGen page]("
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "nextgen" ), depth0)) != null ? stack1 : "")
    + ") shows each step.\n\n**Skip this step if you already upgraded your account** for this court or another court. To check, sign in at Manage My Account and look for \"Account Type\". \"Upgraded PACER Account\" means that it is ready. \"Legacy PACER Account\" means that you must upgrade it.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Already done? Then Manage My Account shows \"Upgraded PACER Account\".\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"step"),"confirm"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "[Manage My Account at PACER]("
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"pacer"), "manageAccount" ), depth0)) != null ? stack1 : "")
    + ")\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "## "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"step"), "upgrade" ), depth0)) != null ? stack1 : "")
    + ". Upgrade your PACER account\n\n::: section upgrade Upgrade your PACER account\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + ":::\n";
},"useData":true},
"wait-for-court": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "## Your link is awaiting court approval\n\n::: section wait-for-court Your link waits for the court\nYou asked to link your accounts, and the court needs to approve that. If you need to file before then, contact our help desk. Do not register for another account.\n:::\n";
},"useData":true},
"why": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "**Why you received this:** You have a CM/ECF account in this court. "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "State" ), depth0)) != null ? stack1 : "")
    + "."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " Also, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "account" ), depth0)) != null ? stack1 : "")
    + ".";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"earlier"),"datesChanged"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(12, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "**What has changed:** "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"sameDay"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"was"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "Times have changed since our last email. Please use the ones in this email.";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"date"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data})) != null ? stack1 : "")
    + " Please use the "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"launch"),"known"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data})) != null ? stack1 : "")
    + " in this email.";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Our last email gave "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"earlier"), "date" ), depth0)) != null ? stack1 : "")
    + " as the go-live date.";
},"7":function(container,depth0,helpers,partials,data) {
    return "Our last email gave no go-live date.";
},"8":function(container,depth0,helpers,partials,data) {
    return "date";
},"9":function(container,depth0,helpers,partials,data) {
    return "information";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return " Our last email also said that "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"earlier"), "was" ), depth0)) != null ? stack1 : "")
    + ". Now "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return " As before, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0, lookupProperty = container.lookupProperty;

  return "**What has changed:** "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"earlier"),"was"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.program(14, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(lookupProperty(depth0,"why"),"account"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty;

  return "Our last email said that "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"earlier"), "was" ), depth0)) != null ? stack1 : "")
    + ". Now "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"full"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.program(16, data, 0),"data":data})) != null ? stack1 : "");
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Our records have changed since our last email: "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "Nothing. As before, "
    + ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"why"), "state" ), depth0)) != null ? stack1 : "")
    + ".";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0,lookupProperty(lookupProperty(depth0,"place"),"first"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"useData":true},};
export const wordingHash = 'df2ea14c5d6b0adc';
