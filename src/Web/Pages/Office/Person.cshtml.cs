using System.Net.Mail;
using MediaGuard.Journey.Mail;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using MediaGuard.Web.Parents;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>One person as the office sees one: consents, guardians and their links, classes and clubs.</summary>
internal sealed class PersonModel(
    IRegisterViews views, IRegisterBook book, IGuardianBook guardians, IGroupBook groups, IPhotoViews photos, IParentBook parents, ParentLinks links, SchoolCalendar calendar)
    : RegisterPersonPage(views, book, guardians)
{
    public override bool IsLead => false;

    public override string Address => $"/office/register/person/{Person}";

    public IReadOnlyList<LinkLine> Links { get; private set; } = [];
    public IReadOnlyList<ClassView> Classes { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        TakeNote();
    }

    /// <param name="guardian">Null adds one.</param>
    /// <param name="seen">The entry as the form was opened with.</param>
    public async Task<IActionResult> OnPostGuardianAsync(Guid? guardian, string? seen, string? name, string? email, bool responsible, CancellationToken cancellationToken)
    {
        var (called, mail) = (Short(name), Short(email));
        if (called.Length is 0 or > 200 || (mail.Length > 0 && (mail.Length > 254 || !MailAddress.TryCreate(mail, out var read) || read.Address != mail)))
        {
            Leave(Words.Text("Not saved: give a name of at most 200 letters, and an e-mail address such as parent@example.org, or none."));
            return Redirect(Address);
        }

        var edit = new GuardianEdit(called, mail, responsible) { Seen = seen ?? "" };
        if (guardian is not { } id)
        {
            return Done(await GuardianBook.AddAsync(Me.School, Person, edit, Me.User, cancellationToken) is not null, Words.Text("Saved."));
        }

        var result = await GuardianBook.EditAsync(Me.School, Person, id, edit, Me.User, cancellationToken);
        return Done(
            result != GiveResult.NoSuchPerson,
            result switch
            {
                GiveResult.Stale => Words.Text("Not saved: somebody changed this entry meanwhile. Look at it again."),
                GiveResult.RefusalStands => Words.Text("Not saved: a no of theirs stands, so parental responsibility stays with them until the safeguarding lead records otherwise."),
                _ => Words.Text("Saved."),
            });
    }

    public async Task<IActionResult> OnPostEndGuardianAsync(Guid guardian, CancellationToken cancellationToken) =>
        Done(await GuardianBook.EndAsync(Me.School, Person, guardian, Me.User, cancellationToken), Words.Text("Ended. Their link leads nowhere now; what they said before stands."));

    public async Task<IActionResult> OnPostMailLinkAsync(Guid guardian, CancellationToken cancellationToken)
    {
        if (Guardians.FirstOrDefault(g => g.Id == guardian) is not { Email.Length: > 0 })
        {
            Leave(Words.Text("Not sent: no e-mail address is noted for this guardian."));
            return Redirect(Address);
        }

        try
        {
            return Done(await links.MailAsync(Me.School, Person, guardian, Me.User, Request, cancellationToken), Words.Text("The link is on its way. An earlier one no longer works."));
        }
        catch (MailException e)
        {
            Leave(Words.Text($"Not sent: {e.Message}. Try again later, or make a letter instead."));
            return Redirect(Address);
        }
    }

    public async Task<IActionResult> OnPostEndLinkAsync(Guid guardian, CancellationToken cancellationToken) =>
        Done(await parents.EndAsync(Me.School, Person, guardian, Me.User, cancellationToken), Words.Text("The link no longer works."));

    public async Task<IActionResult> OnPostJoinAsync(Guid group, DateOnly? from, DateOnly? until, CancellationToken cancellationToken)
    {
        if (from is not { } first || !ModelState.IsValid)
        {
            Leave(Words.Text("Not saved: give the first day."));
            return Redirect(Address);
        }

        return Said(await groups.JoinAsync(Me.School, Person, new GroupId(group), first, until, Me.User, cancellationToken));
    }

    public async Task<IActionResult> OnPostEndMembershipAsync(Guid membership, DateOnly? last, CancellationToken cancellationToken)
    {
        if (last is not { } day || !ModelState.IsValid)
        {
            Leave(Words.Text("Not saved: give the last day."));
            return Redirect(Address);
        }

        return Said(await groups.EndAsync(Me.School, Person, membership, day, Me.User, cancellationToken));
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Links = await parents.LinksAsync(Me.School, Person, cancellationToken);
        Classes = await photos.ClassesAsync(Me.School, null, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
    }

    private IActionResult Done(bool done, string note)
    {
        if (!done)
        {
            return NotFound();
        }

        Leave(note);
        return Redirect(Address);
    }

    private IActionResult Said(JoinResult result)
    {
        if (result == JoinResult.NotThere)
        {
            return NotFound();
        }

        Leave(result switch
        {
            JoinResult.AlreadyIn => Words.Text("Not saved: they belong to it already on one of those days. End that first."),
            JoinResult.EndsBefore => Words.Text("Not saved: the last day lies before the first."),
            _ => Words.Text("Saved. Photos of those days are decided again."),
        });
        return Redirect(Address);
    }
}
