using MediaGuard.Media;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Web.Identity;

/// <summary>What ASP.NET Core Identity finds wrong with an account or a password, in words a person can act on.</summary>
internal sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), Words.Text("Somebody else changed this account meanwhile. Load the page again and repeat the last step."));

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), Words.Text("This is not the password used now."));

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), Words.Text($"“{email}” is not an e-mail address."));

    /// <remarks>The address is the name, so that one sentence says both.</remarks>
    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), Words.Text($"There is an account with the e-mail address “{email}” already."));

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), Words.Text($"A password must have at least {length} characters."));

    public override IdentityError PasswordRequiresNonAlphanumeric() =>
        Error(nameof(PasswordRequiresNonAlphanumeric), Words.Text("A password must have at least one sign that is neither a letter nor a digit."));

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), Words.Text("A password must have at least one digit."));

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), Words.Text("A password must have at least one small letter."));

    public override IdentityError PasswordRequiresUpper() => Error(nameof(PasswordRequiresUpper), Words.Text("A password must have at least one capital letter."));

    private static IdentityError Error(string code, string says) => new() { Code = code, Description = says };
}
