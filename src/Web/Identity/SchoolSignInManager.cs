using System.Security.Claims;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>Signs people in: each signing-in is a session that can be listed and ended, and is audited.</summary>
internal sealed class SchoolSignInManager(
    UserManager<SchoolUser> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<SchoolUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<SchoolUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<SchoolUser> confirmation,
    IAccessBook access,
    SchoolNetwork network,
    TimeProvider clock) : SignInManager<SchoolUser>(users, context, claims, options, logger, schemes, confirmation)
{
    /// <summary>How a passkey is named among the ways of signing in.</summary>
    public const string Passkey = "passkey";

    /// <summary>A guest whose time is over may not; nor may staff from outside where the school says so.</summary>
    public override async Task<bool> CanSignInAsync(SchoolUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return !HasEnded(user) && !network.IsShutTo(Context) && await base.CanSignInAsync(user);
    }

    /// <returns>Not allowed only after the right password: wrong ones count, and an account that rests answers alike, for whoever may not come in too.</returns>
    public override async Task<SignInResult> CheckPasswordSignInAsync(SchoolUser user, string password, bool lockoutOnFailure)
    {
        if (await IsLockedOut(user))
        {
            // as much work as for an account that does not rest
            UserManager.PasswordHasher.HashPassword(user, password);
            return await LockedOut(user);
        }

        if (await CanSignInAsync(user))
        {
            return await base.CheckPasswordSignInAsync(user, password, lockoutOnFailure);
        }

        if (await UserManager.CheckPasswordAsync(user, password))
        {
            return SignInResult.NotAllowed;
        }

        if (lockoutOnFailure)
        {
            await UserManager.AccessFailedAsync(user);
        }

        return await IsLockedOut(user) ? await LockedOut(user) : SignInResult.Failed;
    }

    /// <remarks>A passkey that was asked for in another window or too long ago has nothing to be held against. That is no passkey, not a fault.</remarks>
    public override async Task<PasskeyAttestationResult> PerformPasskeyAttestationAsync(string credentialJson)
    {
        try
        {
            return await base.PerformPasskeyAttestationAsync(credentialJson);
        }
        catch (InvalidOperationException notAsked)
        {
            return PasskeyAttestationResult.Fail(new PasskeyException(notAsked.Message));
        }
    }

    /// <inheritdoc cref="PerformPasskeyAttestationAsync"/>
    public override async Task<PasskeyAssertionResult<SchoolUser>> PerformPasskeyAssertionAsync(string credentialJson)
    {
        try
        {
            return await base.PerformPasskeyAssertionAsync(credentialJson);
        }
        catch (InvalidOperationException notAsked)
        {
            return PasskeyAssertionResult.Fail<SchoolUser>(new PasskeyException(notAsked.Message));
        }
    }

    /// <remarks>Between the password and the code the account may have been disabled, or its time may have ended.</remarks>
    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode) =>
        await GetTwoFactorAuthenticationUserAsync() is { } user && await PreSignInCheck(user) is { } refusal ? refusal : await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode);

    public bool HasEnded(SchoolUser user) => user.EndsAt is { } end && end <= Instant.Now(clock);

    public override async Task SignInWithClaimsAsync(SchoolUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(user);
        var (school, id) = (user.SchoolId, new UserId(user.Id));
        var session = CurrentPerson.From(Context.User) is { } me && me.User == id && me.Session is { } open
            ? open
            : await access.StartAsync(school, id, network.IsRemote(Context), DeviceWords.Of(Context.Request.Headers.UserAgent), Context.RequestAborted);
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Append(new Claim(SchoolClaims.Session, session.ToString("N"))));
    }

    /// <remarks>An account with a passkey and no codes would otherwise be open to whoever has its password.</remarks>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(SchoolUser user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false) =>
        loginProvider is null && !bypassTwoFactor && !user.TwoFactorEnabled && (await UserManager.GetPasskeysAsync(user)).Count > 0
            ? SignInResult.NotAllowed
            : await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor);
}
