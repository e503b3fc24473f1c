using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Every route, every role, nobody: who gets what. Redirects of people who are not signed in lead to the sign-in page.</summary>
public sealed class RoutesTests
{
    private const string Nobody = "nobody";
    private static readonly string[] Columns = [Nobody, SchoolRole.Teacher, SchoolRole.Office, SchoolRole.Editor, SchoolRole.Lead, SchoolRole.Technician];

    // the columns: nobody, teacher (of Oak), office, editor, lead, technician
    private static readonly (string Method, string Path, int[] Expected)[] Table =
    [
        ("GET", "/", [302, 302, 302, 302, 302, 302]),
        ("GET", "/sign-in", [200, 302, 302, 302, 302, 302]),
        ("GET", "/sign-in/code", [302, 302, 302, 302, 302, 302]),
        ("GET", "/sign-in/school", [404, 404, 404, 404, 404, 404]),
        ("GET", "/sign-out", [200, 302, 302, 302, 302, 302]),
        ("GET", "/error/404", [404, 404, 404, 404, 404, 404]),
        ("GET", "/teacher", [302, 200, 403, 403, 403, 403]),
        ("GET", "/teacher?class={oak}", [302, 200, 403, 403, 403, 403]),
        ("GET", "/teacher?class={elm}", [302, 404, 403, 403, 403, 403]),
        ("GET", "/teacher?handler=News&class={oak}", [302, 200, 403, 403, 403, 403]),
        ("GET", "/teacher?handler=News&class={elm}", [302, 404, 403, 403, 403, 403]),
        ("GET", "/teacher?handler=NewsGrid&class={elm}", [302, 404, 403, 403, 403, 403]),
        ("GET", "/teacher/sheet?class={oak}&day={day}&channel=seesaw", [302, 200, 403, 403, 403, 403]),
        ("GET", "/teacher/sheet?class={elm}&day={day}&channel=seesaw", [302, 404, 403, 403, 403, 403]),
        ("GET", "/teacher/sheet?class={oak}&day={day}&channel=nowhere", [302, 404, 403, 403, 403, 403]),
        ("GET", "/teacher/picture/{oakPhoto}", [302, 200, 403, 403, 403, 403]),
        ("GET", "/teacher/picture/{elmPhoto}", [302, 404, 403, 403, 403, 403]),
        ("GET", "/office", [302, 403, 200, 403, 403, 403]),
        ("POST", "/office?handler=Undo", [302, 403, 302, 403, 403, 403]),
        ("GET", "/office?from=60", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/picture/{oakPhoto}", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/picture/{elmPhoto}", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/picture/00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("GET", "/office/register", [302, 403, 200, 403, 403, 403]),
        ("POST", "/office/register?handler=Search&search=ali", [302, 403, 200, 403, 403, 403]),
        ("POST", "/office/register?handler=Group", [302, 403, 302, 403, 403, 403]),
        ("GET", "/office/register/person/{ali}", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/person/00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=No&purpose=nowhere&how=form", [302, 403, 400, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=Protect&reason=x", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/affected/{ali}", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/affected/00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("GET", "/office/register/form", [302, 403, 404, 403, 403, 403]),
        ("GET", "/office/register/form?class={oak}", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/form/{ali}", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/form/00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("GET", "/office/register/edit", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/edit/{ali}", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/import", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/import/00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/register/import?handler=Undo&run=00000000-0000-0000-0000-000000000001", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/register?handler=Call&search=ali", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=Guardian", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=EndGuardian", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=MailLink", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=EndLink", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=Join", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=EndMembership", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/register/person/{ali}?handler=Erase&sure=true", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/register/letter/{ali}", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/register/letter/{ali}", [302, 403, 404, 403, 403, 403]),
        ("GET", "/office/register/year", [302, 403, 200, 403, 403, 403]),
        ("POST", "/office/register/year?handler=Ask", [302, 403, 200, 403, 403, 403]),
        ("POST", "/office/register/year?handler=Do", [302, 403, 200, 403, 403, 403]),
        ("GET", "/office/requests", [302, 403, 200, 403, 403, 403]),
        ("POST", "/office/requests?handler=Confirm", [302, 403, 302, 403, 403, 403]),
        ("POST", "/office/requests?handler=Decline", [302, 403, 302, 403, 403, 403]),
        ("GET", "/parent/2222-2222-2222-2222-2222-2222-2222-2222", [404, 404, 404, 404, 404, 404]),
        ("GET", "{parent}", [200, 200, 200, 200, 200, 200]),
        ("GET", "{parent}/child", [200, 200, 200, 200, 200, 200]),
        ("POST", "{parent}?handler=No&purpose=nowhere", [400, 400, 400, 400, 400, 400]),
        ("POST", "{parent}?handler=Yes&purpose=nowhere", [400, 400, 400, 400, 400, 400]),
        ("GET", "/lead/protected", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/person/{ali}", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/person/{ali}?handler=Protect", [302, 403, 403, 403, 302, 403]),
        ("GET", "/second-look", [302, 200, 200, 403, 403, 403]),
        ("POST", "/second-look?batch=00000000-0000-0000-0000-000000000001&id={elmPhoto}&rest=true", [302, 404, 404, 403, 403, 403]),
        ("POST", "/second-look?handler=Unsure&batch=00000000-0000-0000-0000-000000000001&id={elmPhoto}", [302, 404, 404, 403, 403, 403]),
        ("POST", "/lead/person/{ali}?handler=Erase", [302, 403, 403, 403, 302, 403]),
        ("GET", "/editor", [302, 403, 403, 200, 403, 403]),
        ("GET", "/editor?handler=News", [302, 403, 403, 200, 403, 403]),
        ("GET", "/editor/picture/{oakPhoto}", [302, 403, 403, 404, 403, 403]),
        ("GET", "/editor/picture/00000000-0000-0000-0000-000000000001", [302, 403, 403, 404, 403, 403]),
        ("POST", "/editor/picture/{oakPhoto}?handler=Caption&text=x", [302, 403, 403, 302, 403, 403]),
        ("POST", "/editor/picture/{oakPhoto}?handler=Use&address=https://school.example/", [302, 403, 403, 302, 403, 403]),
        ("POST", "/editor/picture/{oakPhoto}?handler=Leave&address=00000000-0000-0000-0000-000000000001", [302, 403, 403, 404, 403, 403]),
        ("GET", "/editor/take-downs", [302, 403, 403, 200, 403, 403]),
        ("POST", "/editor/take-downs", [302, 403, 403, 200, 403, 403]),
        ("POST", "/editor/take-downs?release=00000000-0000-0000-0000-000000000001&sure=true", [302, 403, 403, 404, 403, 403]),
        ("GET", "/tokens", [302, 403, 403, 403, 200, 200]),
        ("POST", "/tokens?handler=Make", [302, 403, 403, 403, 200, 200]),
        ("POST", "/tokens?handler=Revoke&token=00000000-0000-0000-0000-000000000001", [302, 403, 403, 403, 404, 404]),
        ("GET", "/api/website/pictures", [401, 401, 401, 401, 401, 401]),
        ("GET", "/api/website/pictures/{oakPhoto}", [401, 401, 401, 401, 401, 401]),
        ("GET", "/api/website/pictures/{oakPhoto}/web", [401, 401, 401, 401, 401, 401]),
        ("POST", "/api/website/pictures/{oakPhoto}/addresses", [401, 401, 401, 401, 401, 401]),
        ("GET", "/api/website/take-downs", [401, 401, 401, 401, 401, 401]),
        ("POST", "/api/website/take-downs/00000000-0000-0000-0000-000000000001/removed", [401, 401, 401, 401, 401, 401]),
        ("GET", "/api/website/nothing", [401, 401, 401, 401, 401, 401]),
        ("GET", "/lead", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/access", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/access/{ali}", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/access/00000000-0000-0000-0000-000000000001", [302, 403, 403, 403, 404, 403]),
        ("POST", "/lead/access?handler=Find", [302, 403, 403, 403, 302, 403]),
        ("POST", "/lead/access?handler=Make", [302, 403, 403, 403, 404, 403]),
        ("POST", "/lead/access/{ali}?handler=Make", [302, 403, 403, 403, 302, 403]),
        ("POST", "/lead/access/{ali}?handler=Make&sure=true", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/policy", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/policy", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/policy?handler=Apply&from=1", [302, 403, 403, 403, 400, 403]),
        ("GET", "/lead/matching", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/matching?handler=Person&person={eva}", [302, 403, 403, 403, 302, 403]),
        ("GET", "/lead/matching?handler=Report", [302, 403, 403, 403, 404, 403]),
        ("GET", "/lead/matching/{eva}", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/matching/00000000-0000-0000-0000-000000000001", [302, 403, 403, 403, 404, 403]),
        ("GET", "/account", [302, 200, 200, 200, 200, 200]),
        ("GET", "/account/second-factor", [302, 200, 200, 200, 200, 200]),
        ("GET", "/agreement", [302, 200, 200, 200, 200, 200]),
        ("POST", "/account?handler=Passkey", [302, 200, 200, 200, 200, 200]),
        ("POST", "/account?handler=End&session=00000000-0000-0000-0000-000000000001", [302, 302, 302, 302, 302, 302]),
        ("GET", "/technician/users", [302, 403, 403, 403, 403, 200]),
        ("POST", "/technician/users?handler=Add", [302, 403, 403, 403, 403, 200]),
        ("POST", "/technician/users?handler=Disable&mail=nobody@elsewhere.example", [302, 403, 403, 403, 403, 404]),
        ("POST", "/technician/users?handler=Password&mail=nobody@elsewhere.example", [302, 403, 403, 403, 403, 404]),
        ("POST", "/technician/users?handler=SecondFactor&mail=nobody@elsewhere.example", [302, 403, 403, 403, 403, 404]),
        ("POST", "/technician/users?handler=Classes&user=00000000-0000-0000-0000-000000000001", [302, 403, 403, 403, 403, 404]),
        ("GET", "/lead/incidents", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/incidents", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/incidents/{incident}", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/incidents/00000000-0000-0000-0000-000000000001", [302, 403, 403, 403, 404, 403]),
        ("GET", "/lead/incidents/{incident}?handler=Export&as=json", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/incidents/{incident}?handler=Tell&party=Police", [302, 403, 403, 403, 404, 403]),
        ("POST", "/lead/incidents/{incident}?handler=Close", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/audit", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/audit?person=ali", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/report", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/evidence", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/evidence?handler=Make", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/evidence?handler=Make&from=2026-05-02&until=2026-05-01", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/looks/{ali}", [302, 403, 403, 403, 200, 403]),
        ("GET", "/lead/looks/00000000-0000-0000-0000-000000000001", [302, 403, 403, 403, 404, 403]),
        ("GET", "/lead/sealed", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/sealed?handler=Release&id={oakPhoto}&why=x", [302, 403, 403, 403, 404, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=Seal&why=x", [302, 404, 403, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=Seal", [302, 403, 200, 403, 403, 403]),
        ("GET", "/technician/devices", [302, 403, 403, 403, 403, 200]),
        ("GET", "/technician/devices/edit", [302, 403, 403, 403, 403, 200]),
        ("POST", "/technician/devices/edit", [302, 403, 403, 403, 403, 200]),
        ("GET", "/technician/devices/edit/00000000-0000-0000-0000-000000000001", [302, 403, 403, 403, 403, 404]),
        ("GET", "/technician/devices/{device}", [302, 403, 403, 403, 403, 200]),
        ("POST", "/technician/devices/{device}?handler=Lend", [302, 403, 403, 403, 403, 200]),
        ("POST", "/technician/devices/00000000-0000-0000-0000-000000000001?handler=Lose", [302, 403, 403, 403, 403, 404]),
        ("GET", "/technician/leaving", [302, 403, 403, 403, 403, 200]),
        ("GET", "/technician/leaving/{ali}", [302, 403, 403, 403, 403, 404]),
        ("GET", "/technician", [302, 403, 403, 403, 403, 200]),
        ("GET", "/technician/health", [302, 403, 403, 403, 403, 200]),
        ("POST", "/technician?handler=Whole", [302, 403, 403, 403, 403, 200]),
        ("GET", "/technician/backups", [302, 403, 403, 403, 403, 200]),
        ("GET", "/technician/settings", [302, 403, 403, 403, 403, 200]),
        ("GET", "/pictures/{oakPhoto}/thumb", [404, 200, 200, 404, 404, 404]),
        ("GET", "/pictures/{oakPhoto}/view", [404, 200, 200, 404, 404, 404]),
        ("GET", "/pictures/{elmPhoto}/view", [404, 404, 200, 404, 404, 404]),
        ("GET", "/pictures/{oakPhoto}/full", [404, 404, 404, 404, 404, 404]),
        ("GET", "/pictures/00000000-0000-0000-0000-000000000001/view", [404, 404, 404, 404, 404, 404]),
        ("GET", "/nothing", [302, 404, 404, 404, 404, 404]),
        ("POST", "/teacher?handler=Ask&id={elmPhoto}&channel=website&on=true", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher?handler=Unfit&id={elmPhoto}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/sheet?class={elm}&day={day}&channel=seesaw", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/sheet?handler=TakeBack&class={elm}&day={day}&channel=seesaw&id={elmPhoto}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=Move&group={oak}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=Move&group={oak}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=WithClass&group={oak}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=WithClass", [302, 403, 404, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=WithPerson&visitor=Eva", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=Outside", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=In&person={eva}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=TakeBack&kind=RefusedFor", [302, 403, 403, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=Approve&channel=nowhere", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=Refuse&channel=nowhere", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/picture/00000000-0000-0000-0000-000000000001?handler=Delete", [302, 403, 404, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=Delete", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=Suggested&face=00000000-0000-0000-0000-000000000001", [302, 404, 403, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=Suggested&face=00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=Find", [302, 200, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=Find", [302, 404, 403, 403, 403, 403]),
        ("POST", "/office/picture/{elmPhoto}?handler=Find", [302, 403, 200, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=Name", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=Name&person={eva}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=Name&person=00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=NotAPupil&face=00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("POST", "/teacher/picture/{elmPhoto}?handler=AddFace", [302, 404, 403, 403, 403, 403]),
        ("POST", "/office/picture/{elmPhoto}?handler=AddFace", [302, 403, 302, 403, 403, 403]),
        ("GET", "/pictures/{oakPhoto}/view?channel=website", [404, 200, 200, 404, 404, 404]),
        ("GET", "/pictures/{elmPhoto}/view?channel=seesaw", [404, 404, 200, 404, 404, 404]),
        ("POST", "/office/picture/{oakPhoto}?handler=Blur&face=00000000-0000-0000-0000-000000000001&channel=seesaw", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=Crop&channel=nowhere", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/picture/{oakPhoto}?handler=Crop&channel=seesaw", [302, 403, 302, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=TakeBack&kind=Blurred", [302, 403, 403, 403, 403, 403]),
        ("POST", "/teacher/picture/{oakPhoto}?handler=TakeBack&kind=Cropped", [302, 403, 403, 403, 403, 403]),
        ("POST", "/lead/matching?handler=Choose&on=true", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/matching?handler=Group&group={oak}&on=true", [302, 403, 403, 403, 404, 403]),
        ("POST", "/lead/matching/{eva}?handler=AddGuardian", [302, 403, 403, 403, 302, 403]),
        ("POST", "/lead/matching/{eva}?handler=Consent&given=true", [302, 403, 403, 403, 404, 403]),
        ("POST", "/lead/matching/{eva}?handler=Enrol", [302, 403, 403, 403, 200, 403]),
        ("POST", "/lead/matching/{eva}?handler=Destroy", [302, 403, 403, 403, 302, 403]),
        ("POST", "/editor?handler=One&id={oakPhoto}", [302, 403, 403, 409, 403, 403]),
        ("POST", "/editor?handler=Zip&chosen={oakPhoto}", [302, 403, 403, 409, 403, 403]),
        ("GET", "/upload", [302, 200, 403, 403, 403, 403]),
        ("GET", "/upload?class={oak}", [302, 200, 403, 403, 403, 403]),
        ("GET", "/upload?class={elm}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/uploads", [401, 400, 403, 403, 403, 403]),
        ("POST", "/uploads/known", [401, 415, 403, 403, 403, 403]),
        ("POST", "/uploads/form?class={oak}", [302, 400, 403, 403, 403, 403]),
        ("HEAD", "/uploads/00000000-0000-0000-0000-000000000001", [401, 404, 403, 403, 403, 403]),
        ("PATCH", "/uploads/00000000-0000-0000-0000-000000000001", [401, 400, 403, 403, 403, 403]),
        ("DELETE", "/uploads/00000000-0000-0000-0000-000000000001", [401, 400, 403, 403, 403, 403]),
        ("GET", "/teacher/pack?class={oak}&day={day}", [302, 200, 403, 403, 403, 403]),
        ("GET", "/teacher/pack?class={elm}&day={day}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/pack?handler=Zip&class={oak}&day={day}", [302, 409, 403, 403, 403, 403]),
        ("POST", "/teacher/pack?handler=Zip&class={elm}&day={day}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/pack?handler=One&class={oak}&day={day}&id={elmPhoto}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/pack?handler=One&class={elm}&day={day}&id={elmPhoto}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/pack?handler=Posted&class={elm}&day={day}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/pack?handler=NotPosted&class={elm}&day={day}&release=00000000-0000-0000-0000-000000000001", [302, 404, 403, 403, 403, 403]),
        ("GET", "/office/take-downs", [302, 403, 200, 403, 403, 403]),
        ("POST", "/office/take-downs?handler=Down&release=00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("POST", "/office/take-downs?handler=Never&release=00000000-0000-0000-0000-000000000001", [302, 403, 404, 403, 403, 403]),
        ("GET", "/teacher/take-downs", [302, 200, 403, 403, 403, 403]),
        ("POST", "/teacher/take-downs?handler=Down&release=00000000-0000-0000-0000-000000000001", [302, 404, 403, 403, 403, 403]),
        ("POST", "/teacher/take-downs?handler=Never&release=00000000-0000-0000-0000-000000000001", [302, 404, 403, 403, 403, 403]),
        ("GET", "/teacher/safe?class={oak}", [302, 200, 403, 403, 403, 403]),
        ("GET", "/teacher/safe?class={elm}", [302, 404, 403, 403, 403, 403]),
        ("POST", "/sign-out", [302, 302, 302, 302, 302, 302]),
    ];

    /// <summary>What a guest shares with teachers.</summary>
    private static readonly (string Method, string Path, int Expected)[] OpenToGuests =
    [
        ("GET", "/upload", 200),
        ("GET", "/upload?class={oak}", 200),
        ("GET", "/upload?class={elm}", 404),
        ("POST", "/uploads", 400),
        ("POST", "/uploads/known", 415),
        ("POST", "/uploads/form?class={oak}", 400),
        ("HEAD", "/uploads/00000000-0000-0000-0000-000000000001", 404),
        ("PATCH", "/uploads/00000000-0000-0000-0000-000000000001", 400),
        ("DELETE", "/uploads/00000000-0000-0000-0000-000000000001", 400),
    ];

    private SchoolRig rig = null!;
    private string parent = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync(("Website:WrongTokensPerMinute", "100000"));
        var guardian = await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, rig.Ali, new GuardianEdit("Parent", "", true), null, default);
        parent = "/parent/" + (await rig.Services.GetRequiredService<IParentBook>().MakeAsync(rig.School, rig.Ali, guardian!.Value, TimeSpan.FromDays(1), new UserId(Guid.CreateVersion7()), default))!.Token;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Routes_EveryRole_AnswerAsTheTableSays()
    {
        var wrong = new List<string>();
        foreach (var (method, path, expected) in Table)
        {
            for (var i = 0; i < Columns.Length; i++)
            {
                using var visitor = Columns[i] == Nobody || path == "/sign-out" ? rig.Anonymous() : null;
                var client = visitor ?? await rig.AsAsync(Columns[i]);
                if (visitor is not null && Columns[i] != Nobody)
                {
                    await visitor.SignInAsync(SchoolRig.Mail(Columns[i]), SchoolRig.Password);
                }

                using var answer = await SendAsync(client, method, path, "/");
                var leadsToSignIn = answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;
                if ((int)answer.StatusCode != expected[i] || (expected[i] == 302 && Columns[i] == Nobody && path != "/sign-out" && !leadsToSignIn))
                {
                    wrong.Add($"{method} {path} as {Columns[i]}: {(int)answer.StatusCode}, not {expected[i]}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    /// <remarks>A guest may sign in, sign and look after the own account, and nothing else that the table names.</remarks>
    [Test]
    public async Task Routes_Guest_OpensNobodysWork()
    {
        var client = await rig.AsAsync(SchoolRole.Guest);
        var wrong = new List<string>();
        foreach (var (method, path, expected) in Table.Where(t => !t.Expected.Skip(1).All(e => e == t.Expected[1]) && !OpenToGuests.Any(o => (o.Method, o.Path) == (t.Method, t.Path))))
        {
            using var answer = await SendAsync(client, method, path, "/account");
            if ((int)answer.StatusCode is not (403 or 404))
            {
                wrong.Add($"{method} {path}: {(int)answer.StatusCode}; others {string.Join(',', expected)}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    [Property("Requirement", "A4")]
    public async Task Routes_Guest_UploadsIntoTheOwnClassOnly()
    {
        var client = await rig.AsAsync(SchoolRole.Guest);
        foreach (var (method, path, expected) in OpenToGuests)
        {
            using var answer = await SendAsync(client, method, path, "/account");
            Assert.That((int)answer.StatusCode, Is.EqualTo(expected), $"{method} {path}");
        }
    }

    [Test]
    public void Table_KnowsEveryEndpoint()
    {
        var patterns = rig.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Select(p => p.Split('{')[0].TrimEnd('/')).Distinct();
        Assert.That(patterns.Where(p => !Table.Any(t => t.Path.Split('{', '?')[0].TrimEnd('/') == p || t.Path.StartsWith(p + "/", StringComparison.Ordinal))), Is.Empty);
    }

    /// <remarks>Methods no form has are sent without a form's token.</remarks>
    private async Task<HttpResponseMessage> SendAsync(SchoolClient client, string method, string path, string tokenFrom)
    {
        if (method == "POST")
        {
            return await client.PostAsync(Fill(path), [], tokenFrom);
        }

        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(Fill(path), UriKind.Relative));
        return await client.SendAsync(request);
    }

    private string Fill(string path) => path
        .Replace("{parent}", parent, StringComparison.Ordinal)
        .Replace("{oak}", rig.Oak.ToString(), StringComparison.Ordinal)
        .Replace("{elm}", rig.Elm.ToString(), StringComparison.Ordinal)
        .Replace("{incident}", rig.Incident.ToString("N"), StringComparison.Ordinal)
        .Replace("{device}", rig.Device.ToString(), StringComparison.Ordinal)
        .Replace("{day}", rig.DayText, StringComparison.Ordinal)
        .Replace("{ali}", rig.Ali.ToString(), StringComparison.Ordinal)
        .Replace("{eva}", rig.Eva.ToString(), StringComparison.Ordinal)
        .Replace("{oakPhoto}", rig.OakPhotos[0].ToString(), StringComparison.Ordinal)
        .Replace("{elmPhoto}", rig.ElmPhoto.ToString(), StringComparison.Ordinal);
}
