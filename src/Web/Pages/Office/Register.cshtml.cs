using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>The people of the school, what holds for each, and how old the register is.</summary>
internal sealed class RegisterModel(IRegisterViews register, IPhotoViews views, IRegisterBook book, SchoolCalendar calendar) : SchoolPage
{
    public IReadOnlyList<RegisterLine> People { get; private set; } = [];
    public IReadOnlyList<ClassView> Classes { get; private set; } = [];
    public IReadOnlyList<EndingLine> Ending { get; private set; } = [];
    public RegisterAge Age { get; private set; } = new(null, null, 0);

    /// <summary>What was looked for; sent in the form, never in the address.</summary>
    public string Search { get; private set; } = "";
    public GroupId? Group { get; private set; }
    public bool WithLeavers { get; private set; }

    /// <summary>The moment the books were put back to, as the school says it.</summary>
    public string RestoredTo { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostSearchAsync(string? search, Guid? group, bool leavers, CancellationToken cancellationToken)
    {
        (Search, Group, WithLeavers) = (search?.Trim() ?? "", group is { } id ? new GroupId(id) : null, leavers);
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>Somebody is calling: the one who fits is shown at once.</summary>
    public async Task<IActionResult> OnPostCallAsync(string? search, CancellationToken cancellationToken)
    {
        Search = search?.Trim() ?? "";
        await ShowAsync(cancellationToken);
        return Search.Length > 0 && People is [var one] ? Redirect($"/office/register/person/{one.Id}") : Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        await book.ConfirmAsync(Me.School, Me.User, cancellationToken);
        Leave(Words.Text("Confirmed: the register is right as of today."));
        return Redirect("/office/register");
    }

    public async Task<IActionResult> OnPostGroupAsync(string? name, bool club, bool seesaw, CancellationToken cancellationToken)
    {
        var result = string.IsNullOrWhiteSpace(name) || name.Length > 100
            ? GiveResult.Taken
            : await book.AddGroupAsync(Me.School, name.Trim(), club, seesaw, Me.User, cancellationToken);
        Leave(result == GiveResult.Recorded ? Words.Text("Added.") : Words.Text("Not added: give it a name no other class or club has."));
        return Redirect("/office/register");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        People = await register.PeopleAsync(Me.School, Search, Group, WithLeavers, cancellationToken);
        Classes = await views.ClassesAsync(Me.School, null, cancellationToken);
        Ending = await register.EndingAsync(Me.School, null, cancellationToken);
        Age = await register.AgeAsync(Me.School, cancellationToken);
        if (Age.RestoredTo is { } restored)
        {
            var zone = await calendar.ZoneAsync(Me.School, cancellationToken);
            RestoredTo = SchoolCalendar.Say(restored, zone, calendar.Now.DayIn(zone));
        }

        TakeNote();
    }
}
