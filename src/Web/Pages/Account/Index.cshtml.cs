using System.Buffers.Text;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Account;

/// <summary>Somebody's own account: passkeys, codes, sessions, password.</summary>
internal sealed class IndexModel(SchoolSignInManager signIn, UserManager<SchoolUser> users, UserBooks books, IAccessBook access, SessionGate sessions, SchoolCalendar calendar) : SchoolPage
{
    private const int MostPasskeys = 10;

    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public IReadOnlyList<PasskeyLine> Passkeys { get; private set; } = [];

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public bool HasCodes { get; private set; }

    public bool HasPassword { get; private set; }

    public int RecoveryLeft { get; private set; }

    public Guid? Here => Me.Session;

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        TakeNote();
        return LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var user = await OwnAsync();
        return Content(
            await signIn.MakePasskeyCreationOptionsAsync(new() { Id = user.Id.ToString("N"), Name = user.Email ?? "", DisplayName = user.DisplayName }), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? name, CancellationToken cancellationToken)
    {
        var user = await OwnAsync();
        if (string.IsNullOrEmpty(credential) || await signIn.PerformPasskeyAttestationAsync(credential) is not { Succeeded: true, Passkey: { } passkey })
        {
            return await RefusedAsync(Words.Text("The device did not make a passkey. Try again, or take another device."), cancellationToken);
        }

        if ((await users.GetPasskeysAsync(user)).Count >= MostPasskeys)
        {
            return await RefusedAsync(Words.Text($"There are {MostPasskeys} passkeys already. Remove one you no longer use first."), cancellationToken);
        }

        passkey.Name = string.IsNullOrWhiteSpace(name) ? DeviceWords.Of(Request.Headers.UserAgent) : name.Trim()[..Math.Min(40, name.Trim().Length)];
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await access.NoteAsync(Me.School, Me.User, SignInAct.PasskeyAdded, Me.User, cancellationToken);
        return Done(Words.Text("The passkey is added. Use it the next time you sign in."));
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id, CancellationToken cancellationToken)
    {
        var user = await OwnAsync();
        if (Base64Url.IsValid(id ?? "") && await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) is { } passkey)
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
            await access.NoteAsync(Me.School, Me.User, SignInAct.PasskeyRemoved, Me.User, cancellationToken);
        }

        return Done(Words.Text("The passkey is removed."));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellationToken)
    {
        await access.EndAsync(Me.School, Me.User, session, Me.User, cancellationToken);
        sessions.Forget(session);
        return Done(Words.Text("That session is ended."));
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken)
    {
        var ended = await access.EndAllAsync(Me.School, Me.User, Me.Session, Me.User, cancellationToken);
        return Done(ended == 1 ? Words.Text("One other session is ended.") : Words.Text($"{ended} other sessions are ended."));
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? old, string? fresh, CancellationToken cancellationToken)
    {
        var user = await OwnAsync();
        var problems = await books.ChangePasswordAsync(user, old ?? "", fresh ?? "", Me.Session, cancellationToken);
        if (problems.Count > 0)
        {
            Problems = problems;
            await LoadAsync(cancellationToken);
            return Page();
        }

        await signIn.RefreshSignInAsync(user);
        return Done(Words.Text("The password is changed. Other devices are signed out."));
    }

    public string Say(Instant moment) => SchoolCalendar.Say(moment, zone, calendar.Now.DayIn(zone));

    private async Task<SchoolUser> OwnAsync() => await users.GetUserAsync(User) ?? throw new InvalidOperationException("No account.");

    private RedirectResult Done(string note)
    {
        Leave(note);
        return Redirect("/account");
    }

    private async Task<IActionResult> RefusedAsync(string problem, CancellationToken cancellationToken)
    {
        Problems = [problem];
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var user = await OwnAsync();
        zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Passkeys = [.. (await users.GetPasskeysAsync(user)).Select(k => new PasskeyLine(Base64Url.EncodeToString(k.CredentialId), k.Name ?? Words.Text("Passkey"), Instant.From(k.CreatedAt)))];
        Sessions = await access.SessionsAsync(Me.School, Me.User, cancellationToken);
        HasCodes = user.TwoFactorEnabled;
        HasPassword = await users.HasPasswordAsync(user);
        RecoveryLeft = await users.CountRecoveryCodesAsync(user);
    }
}
