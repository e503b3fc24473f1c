using System.Net;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>Says at the start which setting of signing in can't be right.</summary>
internal sealed class SignInRulesCheck : IValidateOptions<SignInRules>
{
    public ValidateOptionsResult Validate(string? name, SignInRules options)
    {
        if (options.SchoolNetworks.FirstOrDefault(n => !IPNetwork.TryParse(n, out _)) is { } wrong)
        {
            return ValidateOptionsResult.Fail($"SignIn:SchoolNetworks: '{wrong}' is no network; write it like 10.1.0.0/16.");
        }

        if (options.OnlyFromSchool && options.SchoolNetworks.Length == 0)
        {
            return ValidateOptionsResult.Fail("SignIn:OnlyFromSchool needs SignIn:SchoolNetworks, or nobody could sign in.");
        }

        if (options.Accounts.IsOn && (options.Accounts.ClientId.Length == 0 || options.Accounts.Domains.Length == 0))
        {
            return ValidateOptionsResult.Fail("SignIn:Accounts needs ClientId and at least one entry in Domains beside Authority.");
        }

        return ValidateOptionsResult.Success;
    }
}
