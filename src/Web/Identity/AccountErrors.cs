using MediaGuard.Media;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Web.Identity;

/// <summary>What ASP.NET Core Identity finds wrong with an account or a password, in its own words.</summary>
internal sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), Words.Text("An unknown failure has occurred."));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), Words.Text("Optimistic concurrency failure, object has been modified."));

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), Words.Text("Incorrect password."));

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), Words.Text($"Username '{userName}' is invalid, can only contain letters or digits."));

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), Words.Text($"Email '{email}' is invalid."));

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), Words.Text($"Username '{userName}' is already taken."));

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), Words.Text($"Email '{email}' is already taken."));

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), Words.Text($"Passwords must be at least {length} characters."));

    public override IdentityError PasswordRequiresNonAlphanumeric() =>
        Error(nameof(PasswordRequiresNonAlphanumeric), Words.Text("Passwords must have at least one non alphanumeric character."));

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), Words.Text("Passwords must have at least one digit ('0'-'9')."));

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), Words.Text("Passwords must have at least one lowercase ('a'-'z')."));

    public override IdentityError PasswordRequiresUpper() => Error(nameof(PasswordRequiresUpper), Words.Text("Passwords must have at least one uppercase ('A'-'Z')."));

    private static IdentityError Error(string code, string says) => new() { Code = code, Description = says };
}
