using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace MediaGuard.Web.Pages.Account;

/// <summary>Codes from an app (TOTP, RFC 6238), switched on with a first right one; recovery codes are shown once.</summary>
internal sealed class SecondFactorModel(SchoolSignInManager signIn, UserManager<SchoolUser> users, IAccessBook access) : SchoolPage
{
    private const int RecoveryCodes = 10;

    public bool IsOn { get; private set; }

    public bool HasPasskey { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>The key as a picture for the app: an <c>svg</c> element made here from digits and letters of our own.</summary>
    public string Qr { get; private set; } = "";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task OnGetAsync() => await LoadAsync(await OwnAsync());

    public async Task<IActionResult> OnPostOnAsync(string? code, CancellationToken cancellationToken)
    {
        var user = await OwnAsync();
        if (!await IsRightAsync(user, code))
        {
            return await RefusedAsync(user, Words.Text("That code is not right, or its half minute is over. Type the one the app shows now; the phone's clock must be right."));
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        await access.NoteAsync(Me.School, Me.User, SignInAct.SecondFactorOn, Me.User, cancellationToken);
        return await ShowCodesAsync(user, cancellationToken);
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        var user = await OwnAsync();
        return user.TwoFactorEnabled ? await ShowCodesAsync(user, cancellationToken) : Redirect("/account/second-factor");
    }

    public async Task<IActionResult> OnPostOffAsync(string? code, CancellationToken cancellationToken)
    {
        var user = await OwnAsync();
        if (!await IsRightAsync(user, code))
        {
            return await RefusedAsync(user, Words.Text("That code is not right, so it stays on."));
        }

        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await access.NoteAsync(Me.School, Me.User, SignInAct.SecondFactorOff, Me.User, cancellationToken);
        await signIn.RefreshSignInAsync(user);
        Leave(Words.Text("Codes are switched off."));
        return Redirect("/account");
    }

    private async Task<IActionResult> ShowCodesAsync(SchoolUser user, CancellationToken cancellationToken)
    {
        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
        await access.NoteAsync(Me.School, Me.User, SignInAct.RecoveryCodesMade, Me.User, cancellationToken);
        await signIn.RefreshSignInAsync(user);
        return Page();
    }

    private async Task<bool> IsRightAsync(SchoolUser user, string? code) =>
        await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, (code ?? "").Replace(" ", "", StringComparison.Ordinal));

    private async Task<IActionResult> RefusedAsync(SchoolUser user, string problem)
    {
        Problem = problem;
        await LoadAsync(user);
        return Page();
    }

    private async Task LoadAsync(SchoolUser user)
    {
        IsOn = user.TwoFactorEnabled;
        if (IsOn)
        {
            return;
        }

        HasPasskey = (await users.GetPasskeysAsync(user)).Count > 0;
        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        Key = string.Join(' ', key.Chunk(4).Select(c => new string(c))).ToLower(CultureInfo.InvariantCulture);
        using var data = QRCodeGenerator.GenerateQrCode($"otpauth://totp/MediaGuard?secret={key}&issuer=MediaGuard&digits=6", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Qr = svg.GetGraphic(5, "#000000", "#ffffff", drawQuietZones: true, sizingMode: SvgQRCode.SizingMode.WidthHeightAttribute);
    }

    private async Task<SchoolUser> OwnAsync() => await users.GetUserAsync(User) ?? throw new InvalidOperationException("No account.");
}
