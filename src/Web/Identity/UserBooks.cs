using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Web.Identity;

/// <summary>Makes and changes local accounts. Every change is audited, and ends the sessions it concerns.</summary>
internal sealed class UserBooks(UserManager<SchoolUser> users, RoleManager<SchoolRole> roles, IAccessBook access)
{
    public Task<UserId> CreateAsync(SchoolId school, string mail, string name, string role, string password) => CreateAsync(school, new(mail, name, role), password, null);

    /// <exception cref="UserBooksException">The mail address is taken, a guest has no end, or the password does not meet the rules.</exception>
    public async Task<UserId> CreateAsync(SchoolId school, NewAccount account, string password, UserId? by)
    {
        if (account.Role == SchoolRole.Guest != account.EndsAt.HasValue)
        {
            throw new UserBooksException(Words.Text("A guest's account needs a last day, and only a guest's has one."));
        }

        await EnsureRoleAsync(account.Role);
        var user = new SchoolUser { SchoolId = school, UserName = account.Mail, Email = account.Mail, EmailConfirmed = true, DisplayName = account.Name, EndsAt = account.EndsAt };
        Check(await users.CreateAsync(user, password));
        Check(await users.AddToRoleAsync(user, account.Role));
        await access.RememberPasswordAsync(school, new(user.Id), user.PasswordHash!, CancellationToken.None);
        await access.NoteAsync(school, new(user.Id), SignInAct.AccountMade, by, CancellationToken.None);
        return new UserId(user.Id);
    }

    /// <summary>As <see cref="CreateAsync(SchoolId, string, string, string, string)"/>, but an account that is there gets the new password.</summary>
    public async Task<UserId> CreateOrResetAsync(SchoolId school, string mail, string name, string role, string password)
    {
        if (await users.FindByEmailAsync(mail) is not { } user)
        {
            return await CreateAsync(school, mail, name, role, password);
        }

        await SetPasswordAsync(mail, password);
        return new UserId(user.Id);
    }

    /// <summary>The account of a school with this mail address, or null.</summary>
    public async Task<UserId?> FindIdAsync(SchoolId school, string mail) =>
        await users.FindByEmailAsync(mail) is { } user && user.SchoolId == school ? new UserId(user.Id) : null;

    public async Task<IReadOnlyList<UserLine>> ListAsync(SchoolId school)
    {
        var lines = new List<UserLine>();
        foreach (var user in await Task.FromResult(users.Users.Where(u => u.SchoolId == school).OrderBy(u => u.Email).ToList()))
        {
            var held = await users.GetRolesAsync(user);
            lines.Add(new UserLine(user.Email ?? "", user.DisplayName, string.Join(',', held), user.LockoutEnd == DateTimeOffset.MaxValue)
            {
                Id = new UserId(user.Id),
                EndsAt = user.EndsAt,
                HasSecondFactor = user.TwoFactorEnabled || (await users.GetPasskeysAsync(user)).Count > 0,
            });
        }

        return lines;
    }

    /// <summary>Sets a password and ends every session of the person.</summary>
    public async Task SetPasswordAsync(string mail, string password, UserId? by = null)
    {
        var user = await FindAsync(mail);
        Check(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password));
        await PasswordSetAsync(user, null, by ?? new(user.Id));
    }

    /// <summary>Somebody changes the own password; their other sessions end.</summary>
    /// <returns>What is wrong with it; empty when it was changed.</returns>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(SchoolUser user, string old, string fresh, Guid? butNot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var result = await users.ChangePasswordAsync(user, old, fresh);
        if (!result.Succeeded)
        {
            return [.. result.Errors.Select(e => e.Description)];
        }

        await PasswordSetAsync(user, butNot, new(user.Id));
        return [];
    }

    /// <summary>Lets nobody sign in with the account any more, and ends its sessions.</summary>
    public async Task DisableAsync(string mail, UserId? by = null)
    {
        var user = await FindAsync(mail);
        Check(await users.SetLockoutEnabledAsync(user, true));
        Check(await users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));
        await EndedAsync(user, SignInAct.AccountDisabled, by);
    }

    /// <summary>A disabled or locked account may sign in again.</summary>
    public async Task EnableAsync(string mail, UserId? by = null)
    {
        var user = await FindAsync(mail);
        Check(await users.SetLockoutEndDateAsync(user, null));
        Check(await users.ResetAccessFailedCountAsync(user));
        await access.NoteAsync(user.SchoolId, new(user.Id), SignInAct.AccountEnabled, by, CancellationToken.None);
    }

    /// <summary>For somebody whose phone or key is gone: takes codes and passkeys off, and ends the sessions.</summary>
    public async Task ResetSecondFactorAsync(string mail, UserId? by = null)
    {
        var user = await FindAsync(mail);
        Check(await users.SetTwoFactorEnabledAsync(user, false));
        Check(await users.ResetAuthenticatorKeyAsync(user));
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            Check(await users.RemovePasskeyAsync(user, passkey.CredentialId));
        }

        await EndedAsync(user, SignInAct.SecondFactorOff, by);
    }

    private async Task PasswordSetAsync(SchoolUser user, Guid? butNot, UserId by)
    {
        Check(await users.UpdateSecurityStampAsync(user));
        await access.RememberPasswordAsync(user.SchoolId, new(user.Id), user.PasswordHash!, CancellationToken.None);
        await access.NoteAsync(user.SchoolId, new(user.Id), SignInAct.PasswordChanged, by, CancellationToken.None);
        await access.EndAllAsync(user.SchoolId, new(user.Id), butNot, by, CancellationToken.None);
    }

    private async Task EndedAsync(SchoolUser user, SignInAct act, UserId? by)
    {
        Check(await users.UpdateSecurityStampAsync(user));
        await access.NoteAsync(user.SchoolId, new(user.Id), act, by, CancellationToken.None);
        await access.EndAllAsync(user.SchoolId, new(user.Id), null, by ?? new(user.Id), CancellationToken.None);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new UserBooksException(string.Join(" ", result.Errors.Select(e => e.Description).Distinct()));
        }
    }

    private async Task<SchoolUser> FindAsync(string mail) => await users.FindByEmailAsync(mail) ?? throw new UserBooksException(Words.Text("There is no account with this mail address."));

    private async Task EnsureRoleAsync(string role)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            Check(await roles.CreateAsync(new SchoolRole(role)));
        }
    }
}
