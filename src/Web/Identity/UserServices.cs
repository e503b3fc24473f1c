using MediaGuard.Records;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Web.Identity;

/// <summary>Registers accounts and their rules, without pages: what a command needs too.</summary>
public static class UserServices
{
    public static IdentityBuilder AddMediaGuardUsers(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddDataProtection().SetApplicationName("mediaguard").PersistKeysToRecords();
        services.AddScoped<UserBooks>();
        return services.AddIdentityCore<SchoolUser>(Rules).AddRecordsStores().AddPasswordValidator<PasswordRules>().AddErrorDescriber<AccountErrors>().AddDefaultTokenProviders();
    }

    private static void Rules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = ""; // an address is the name, and o'brien@ is one
        options.Password.RequiredLength = 8;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = true;
        options.Password.RequiredUniqueChars = 0; // the four kinds above are four different signs
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}
