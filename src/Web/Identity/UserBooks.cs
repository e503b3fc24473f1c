using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Web.Identity;

/// <summary>Makes and changes local accounts.</summary>
internal sealed class UserBooks(UserManager<SchoolUser> users, RoleManager<SchoolRole> roles)
{
    /// <exception cref="UserBooksException">The mail address is taken, or the password does not meet the rules.</exception>
    public async Task<UserId> CreateAsync(SchoolId school, string mail, string name, string role, string password)
    {
        await EnsureRoleAsync(role);
        var user = new SchoolUser { SchoolId = school, UserName = mail, Email = mail, EmailConfirmed = true, DisplayName = name };
        Check(await users.CreateAsync(user, password));
        Check(await users.AddToRoleAsync(user, role));
        return new UserId(user.Id);
    }

    /// <summary>As <see cref="CreateAsync"/>, but an account that is there gets the new password.</summary>
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
            lines.Add(new UserLine(user.Email ?? "", user.DisplayName, string.Join(',', held), user.LockoutEnd == DateTimeOffset.MaxValue));
        }

        return lines;
    }

    /// <summary>Sets a password and ends every session of the person.</summary>
    public async Task SetPasswordAsync(string mail, string password)
    {
        var user = await FindAsync(mail);
        Check(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password));
        Check(await users.UpdateSecurityStampAsync(user));
    }

    /// <summary>Lets nobody sign in with the account any more, and ends its sessions.</summary>
    public async Task DisableAsync(string mail)
    {
        var user = await FindAsync(mail);
        Check(await users.SetLockoutEnabledAsync(user, true));
        Check(await users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));
        Check(await users.UpdateSecurityStampAsync(user));
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new UserBooksException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }

    private async Task<SchoolUser> FindAsync(string mail) => await users.FindByEmailAsync(mail) ?? throw new UserBooksException("There is no account with this mail address.");

    private async Task EnsureRoleAsync(string role)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            Check(await roles.CreateAsync(new SchoolRole(role)));
        }
    }
}
