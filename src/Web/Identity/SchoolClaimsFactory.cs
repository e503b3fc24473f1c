using System.Security.Claims;
using MediaGuard.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>Puts the school and the name colleagues see into the signed-in identity.</summary>
internal sealed class SchoolClaimsFactory(UserManager<SchoolUser> users, RoleManager<SchoolRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<SchoolUser, SchoolRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(SchoolUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(SchoolClaims.School, user.SchoolId.ToString()));
        identity.AddClaim(new Claim(SchoolClaims.DisplayName, user.DisplayName));
        if (user.TwoFactorEnabled)
        {
            identity.AddClaim(new Claim(SchoolClaims.SecondFactor, "on"));
        }

        return identity;
    }
}
