using MediaGuard.Records;
using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>Every page of every role in the states people meet: empty, filled, refused, asked back.</summary>
internal static class Screens
{
    public const string Nobody = "nobody";

    /// <summary>Has not signed the agreement yet.</summary>
    public const string New = "new";

    public static readonly IReadOnlyList<Screen> All =
    [
        new(Nobody, "/sign-in"),
        new(Nobody, "/sign-in", "refused", async page =>
        {
            await page.GetByLabel("School e-mail address").FillAsync("nobody@school.example");
            await page.GetByLabel("Password").FillAsync("wrong");
            await Press("Sign in")(page);
        }),
        new(Nobody, "/sign-in/code", "asked for a code", async page =>
        {
            await page.GotoAsync("/sign-in");
            await page.GetByLabel("School e-mail address").FillAsync("coded@school.example");
            await page.GetByLabel("Password").FillAsync(Web.Tests.SchoolRig.Password);
            await Press("Sign in")(page);
            await page.GetByLabel("Six digits from the app").WaitForAsync();
        }),
        new(Nobody, "/sign-out"),
        new(Nobody, "/error/400"),
        new(Nobody, "/error/404"),
        new(Nobody, "/error/409"),
        new(Nobody, "/error/429"),
        new(Nobody, "/error/500"),
        new(Nobody, "{parent}"),
        new(Nobody, "{parent}", "said no", page => page.GetByRole(AriaRole.Button, new() { Name = "No to Website" }).ClickAsync()),
        new(Nobody, "{parent}/child"),
        new(Nobody, "/parent/2222-2222-2222-2222-2222-2222-2222-2222", "a wrong link"),
        new(New, "/agreement", "not signed"),
        new(SchoolRole.Teacher, "/teacher"),
        new(SchoolRole.Teacher, "/teacher?class={oak}&day=2020-01-06", "an empty day"),
        new(SchoolRole.Teacher, "/teacher/sheet?class={oak}&day={day}&channel=seesaw"),
        new(SchoolRole.Teacher, "/teacher/sheet?class={oak}&day={day}&channel=seesaw", "tapped", async page =>
        {
            await page.Locator(".who-pick").First.ClickAsync();
            await page.Locator(".tile-hit").First.ClickAsync();
        }),
        new(SchoolRole.Teacher, "/teacher/sheet?class={oak}&day={day}&channel=seesaw", "not ticked", Press("Say so for")),
        new(SchoolRole.Teacher, "/teacher/picture/{doubtful}"),
        new(SchoolRole.Teacher, "/upload"),
        new(SchoolRole.Teacher, "/teacher/pack?class={oak}&day={day}"),
        new(SchoolRole.Teacher, "/teacher/safe?class={oak}&day={day}"),
        new(SchoolRole.Teacher, "/teacher/take-downs"),
        new(SchoolRole.Teacher, "/second-look", "nothing waits"),
        new(SchoolRole.Teacher, "/office", "not theirs"),
        new(SchoolRole.Office, "/office"),
        new(SchoolRole.Office, "/office/take-downs"),
        new(SchoolRole.Office, "/office/picture/{doubtful}"),
        new(SchoolRole.Office, "/office/picture/{doubtful}", "keys shown", page => page.Keyboard.PressAsync("?")),
        new(SchoolRole.Office, "/office/picture/{doubtful}", "a name nobody has", async page =>
        {
            await page.Locator(".who-is").First.FillAsync("Zzz");
            await page.Locator(".who-is").First.PressAsync("Enter");
        }),
        new(SchoolRole.Office, "/office/picture/{doubtful}", "a name found", async page =>
        {
            await page.Locator(".who-is").First.FillAsync("B");
            await page.Locator(".found-name").First.WaitForAsync();
        }),
        new(SchoolRole.Office, "/office/picture/{blurred}", "a face blurred"),
        new(SchoolRole.Office, "/office/picture/{shot}", "others look like it"),
        new(SchoolRole.Office, "/office/picture/{shot}", "another large", async page =>
        {
            await page.Locator(".alike-large").First.ClickAsync();
            await page.Locator("#large img").WaitForAsync();
        }),
        new(SchoolRole.Office, "/office/picture/{shot}", "one ticked still waits", async page =>
        {
            await page.Locator("#alike input").First.CheckAsync();
            await page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Refuse for Seesaw" }).ClickAsync();
            await page.Locator("#left-title").WaitForAsync();
        }),
        new(SchoolRole.Office, "/office/picture/{broken}", "set aside"),
        new(SchoolRole.Office, "/second-look", "one waits"),
        new(SchoolRole.Office, "/office/register"),
        new(SchoolRole.Office, "/office/register/person/{ali}"),
        new(SchoolRole.Office, "/office/register/person/{ali}", "asked back", async page =>
        {
            var yes = page.Locator("#yes-seesaw");
            await yes.GetByLabel("Written down where").FillAsync("drawer 2");
            await yes.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        }),
        new(SchoolRole.Office, "/office/register/person/{bea}"),
        new(SchoolRole.Office, "/office/register/form/{ali}"),
        new(SchoolRole.Office, "/office/register/form?class={oak}", "a form for each of a class"),
        new(SchoolRole.Office, "/office/register/edit"),
        new(SchoolRole.Office, "/office/register/edit/{ali}"),
        new(SchoolRole.Office, "/office/register/affected/{ali}"),
        new(SchoolRole.Office, "/office/register/import"),
        new(SchoolRole.Office, "{draft}", "a file that cannot be applied"),
        new(SchoolRole.Office, "/office/register/letter/{bea}", "a letter", async page =>
        {
            await page.GotoAsync("/office/register");
            await page.GetByRole(AriaRole.Link, new() { Name = "Bea Birchall" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Letter with their link" }).ClickAsync();
        }),
        new(SchoolRole.Office, "/office/register/year"),
        new(SchoolRole.Office, "/office/register/year", "said back", Press("Next")),
        new(SchoolRole.Office, "/office/requests", "one waits"),
        new(SchoolRole.Editor, "/editor"),
        new(SchoolRole.Editor, "/editor/picture/{web}"),
        new(SchoolRole.Editor, "/editor/picture/{web}", "an address refused", async page =>
        {
            await page.GetByLabel("The page’s address").FillAsync("not an address");
            await Press("Note that it is used there")(page);
        }),
        new(SchoolRole.Editor, "/editor/take-downs"),
        new(SchoolRole.Lead, "/lead"),
        new(SchoolRole.Lead, "/lead/policy"),
        new(SchoolRole.Lead, "/lead/access"),
        new(SchoolRole.Lead, "/lead/access/{ali}"),
        new(SchoolRole.Lead, "/lead/protected"),
        new(SchoolRole.Lead, "/lead/person/{ali}"),
        new(SchoolRole.Lead, "/lead/matching"),
        new(SchoolRole.Lead, "/lead/matching/{bea}"),
        new(SchoolRole.Lead, "/lead/incidents"),
        new(SchoolRole.Lead, "/lead/incidents/{incident}"),
        new(SchoolRole.Lead, "/lead/audit"),
        new(SchoolRole.Lead, "/lead/audit", "searched", Press("Show")),
        new(SchoolRole.Lead, "/lead/looks/{ali}"),
        new(SchoolRole.Lead, "/lead/report"),
        new(SchoolRole.Lead, "/lead/report?from=2026-05-02&until=2026-05-01", "no such days"),
        new(SchoolRole.Lead, "/lead/evidence"),
        new(SchoolRole.Lead, "/lead/evidence?from=2026-05-02&until=2026-05-01", "no such days"),
        new(SchoolRole.Lead, "/lead/sealed", "one sealed"),
        new(SchoolRole.Technician, "/technician"),
        new(SchoolRole.Technician, "/technician", "everything looked at", Press("Look at everything")),
        new(SchoolRole.Technician, "/technician/backups"),
        new(SchoolRole.Technician, "/technician/settings"),
        new(SchoolRole.Technician, "/tokens"),
        new(SchoolRole.Technician, "/technician/users"),
        new(SchoolRole.Technician, "/technician/devices"),
        new(SchoolRole.Technician, "/technician/devices/edit"),
        new(SchoolRole.Technician, "/technician/devices/edit", "refused", Press("Save")),
        new(SchoolRole.Technician, "/technician/devices/{device}"),
        new(SchoolRole.Technician, "/technician/leaving"),
        new(SchoolRole.Technician, "/account"),
        new(SchoolRole.Technician, "/account/second-factor"),
        new(SchoolRole.Technician, "/agreement", "signed"),
    ];

    private static Func<IPage, Task> Press(string button) => async page =>
    {
        await page.EvaluateAsync("document.querySelectorAll('form').forEach(f => { f.noValidate = true; })");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
    };
}
