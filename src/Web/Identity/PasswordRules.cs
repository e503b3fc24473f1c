using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Media;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Web.Identity;

/// <summary>What the school's policy asks of a password beyond length and kinds of characters: no name, no whole word, none of the last ones.</summary>
internal sealed class PasswordRules(IRecordsFactory records, IAccessBook access) : IPasswordValidator<SchoolUser>
{
    /// <summary>So many passwords before the present one are not taken again.</summary>
    public const int Remembered = 5;

    private const int ShortestName = 3;

    public async Task<IdentityResult> ValidateAsync(UserManager<SchoolUser> manager, SchoolUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(manager);
        var said = password ?? "";
        var wrong = new List<IdentityError>();
        if (NamesOf(user).Any(n => said.Contains(n, StringComparison.OrdinalIgnoreCase)))
        {
            wrong.Add(Error("HoldsName", Words.Text("A password must not hold your name or your sign-in name.")));
        }

        var school = (await records.SchoolsAsync(CancellationToken.None)).FirstOrDefault(s => s.Id == user.SchoolId)?.Name ?? "";
        if (Parts(school).Any(n => n.Length > ShortestName && said.Contains(n, StringComparison.OrdinalIgnoreCase)))
        {
            wrong.Add(Error("HoldsSchool", Words.Text("A password must not hold the school's name.")));
        }

        if (WholeWords.In(said))
        {
            wrong.Add(Error("HoldsWord", Words.Text("A password must not hold a whole word: take letters that spell nothing, such as the first letters of a sentence.")));
        }

        foreach (var old in await access.OldPasswordsAsync(user.SchoolId, new UserId(user.Id), Remembered, CancellationToken.None))
        {
            if (manager.PasswordHasher.VerifyHashedPassword(user, old, said) != PasswordVerificationResult.Failed)
            {
                wrong.Add(Error("UsedBefore", Words.Text($"A password must not be one of your last {Remembered}.")));
                break;
            }
        }

        return wrong.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. wrong]);
    }

    private static IEnumerable<string> NamesOf(SchoolUser user) =>
        Parts(user.DisplayName).Concat(Parts((user.UserName ?? "").Split('@')[0])).Where(n => n.Length >= ShortestName);

    private static string[] Parts(string name) => name.Split([' ', '.', '-', '_', '\'', '’', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IdentityError Error(string code, string says) => new() { Code = code, Description = says };
}
