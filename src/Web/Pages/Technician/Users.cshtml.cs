using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Records.Views;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>The school's local accounts.</summary>
internal sealed class UsersModel(UserBooks books, IAccessBook access, IPhotoViews views, SchoolCalendar calendar) : SchoolPage
{
    private readonly HashSet<(UserId, GroupId)> teaches = [];
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public IReadOnlyList<UserLine> Users { get; private set; } = [];

    public IReadOnlyList<ClassView> Classes { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>A password made for somebody else; shown once.</summary>
    public string? FirstPassword { get; private set; }

    public NewAccount? Typed { get; private set; }

    /// <summary>The last day that was typed with it, as the form takes it.</summary>
    public string? TypedUntil { get; private set; }

    public bool Teaches(UserId user, GroupId group) => teaches.Contains((user, group));

    public string Say(Instant moment) => SchoolCalendar.Say(moment, zone, calendar.Now.DayIn(zone));

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        TakeNote();
        return LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAddAsync(string? name, string? mail, string? role, DateOnly? until, CancellationToken cancellationToken)
    {
        zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        TypedUntil = until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Typed = new(mail?.Trim() ?? "", name?.Trim() ?? "", role ?? "", until is { } day ? Instant.StartOf(day.AddDays(1), zone) : null);
        if (Typed.Name.Length == 0 || !Typed.Mail.Contains('@', StringComparison.Ordinal) || !SchoolRole.All.Contains(Typed.Role))
        {
            return await RefusedAsync(Words.Text("An account needs a name, an e-mail address and a role."), cancellationToken);
        }

        if (Typed.EndsAt is { } end && end <= calendar.Now)
        {
            return await RefusedAsync(Words.Text("The last day is over already."), cancellationToken);
        }

        return await TryAsync(async password => await books.CreateAsync(Me.School, Typed, password, Me.User), cancellationToken);
    }

    public Task<IActionResult> OnPostPasswordAsync(string? mail, CancellationToken cancellationToken) =>
        OwnAsync(mail, () => TryAsync(password => books.SetPasswordAsync(mail!, password, Me.User), cancellationToken));

    public Task<IActionResult> OnPostDisableAsync(string? mail) => OwnAsync(mail, async () =>
    {
        await books.DisableAsync(mail!, Me.User);
        return Done(Words.Text("The account is disabled, and its sessions are ended. What the person did stays on record."));
    });

    public Task<IActionResult> OnPostEnableAsync(string? mail) => OwnAsync(mail, async () =>
    {
        await books.EnableAsync(mail!, Me.User);
        return Done(Words.Text("The account is open again."));
    });

    public Task<IActionResult> OnPostSecondFactorAsync(string? mail) => OwnAsync(mail, async () =>
    {
        await books.ResetSecondFactorAsync(mail!, Me.User);
        return Done(Words.Text("Codes and passkeys of that account are taken off. The person sets up new ones at the next sign-in."));
    });

    public async Task<IActionResult> OnPostClassesAsync(Guid user, Guid[] groups, CancellationToken cancellationToken)
    {
        if ((await books.ListAsync(Me.School)).All(u => u.Id != new UserId(user)))
        {
            return NotFound();
        }

        await access.LetTeachAsync(Me.School, new UserId(user), [.. groups.Select(g => new GroupId(g))], Me.User, cancellationToken);
        return Done(Words.Text("The classes are set."));
    }

    /// <summary>An account of another school is not there.</summary>
    private async Task<IActionResult> OwnAsync(string? mail, Func<Task<IActionResult>> act) =>
        await books.FindIdAsync(Me.School, mail ?? "") is null ? NotFound() : await act();

    private async Task<IActionResult> TryAsync(Func<string, Task> set, CancellationToken cancellationToken)
    {
        var password = FirstPasswords.Make();
        try
        {
            await set(password);
        }
        catch (UserBooksException e)
        {
            return await RefusedAsync(e.Message, cancellationToken);
        }

        (FirstPassword, Typed, TypedUntil) = (password, null, null);
        await LoadAsync(cancellationToken);
        return Page();
    }

    private RedirectResult Done(string note)
    {
        Leave(note);
        return Redirect("/technician/users");
    }

    private async Task<IActionResult> RefusedAsync(string problem, CancellationToken cancellationToken)
    {
        Problem = problem;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Users = await books.ListAsync(Me.School);
        Classes = await views.ClassesAsync(Me.School, null, cancellationToken);
        foreach (var user in Users.Where(u => u.Role is SchoolRole.Teacher or SchoolRole.Guest))
        {
            teaches.UnionWith((await views.ClassesAsync(Me.School, user.Id, cancellationToken)).Select(c => (user.Id, c.Id)));
        }
    }
}
