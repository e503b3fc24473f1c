using System.Globalization;
using System.Security.Cryptography;
using MediaGuard.Consent.Import;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>Writes a plan under the head lock: rows, what they were before, and the run.</summary>
internal sealed class ImportWriter(HeadTransaction head, PolicyDocument policy, ImportPlan plan, UserId? by)
{
    private readonly RecordsContext db = head.Context;
    private readonly Guid run = Guid.CreateVersion7();
    private readonly Dictionary<int, PersonId> added = [];
    private readonly HashSet<PersonId> edited = [];
    private readonly HashSet<PersonId> returned = [.. plan.Changes.Where(c => c.Kind == ImportChangeKind.Returned).Select(c => c.Person!.Value)];
    private Dictionary<PersonId, PersonRow> people = [];
    private ILookup<PersonId, MembershipRow> memberships = Array.Empty<MembershipRow>().ToLookup(m => m.PersonId);
    private Dictionary<string, GroupId> classes = [];
    private HashSet<GroupId> clubs = [];
    private Dictionary<Guid, GuardianRow> guardians = [];
    private ILookup<Guid, ImportStepRow> endings = Array.Empty<ImportStepRow>().ToLookup(s => s.MembershipId!.Value);
    private readonly Dictionary<Guid, ImportStepRow> memberSteps = [];
    private readonly List<GuardianRow> responsible = [];
    private int steps;

    /// <summary>Of whom more or less may be shown now.</summary>
    public HashSet<PersonId> Touched { get; } = [];

    /// <summary>Writes all of it and flushes. Returns the run's id.</summary>
    public async Task<Guid> WriteAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var confirmedBefore = head.Head.RegisterConfirmedOn;
        await LoadAsync(cancellationToken);
        foreach (var change in plan.Changes)
        {
            Write(change);
        }

        foreach (var step in db.ImportSteps.Local.Where(s => s.MembershipId is null))
        {
            step.VersionAfter = step.GuardianId is { } guardian ? ++guardians[guardian].Version : ++people[step.PersonId].Version;
        }

        foreach (var guardian in plan.Changes.Where(c => c.Kind == ImportChangeKind.GuardianChanged).Select(c => c.Guardian!.Value))
        {
            await head.EndLinksAsync(guardian, by, cancellationToken);
        }

        head.Head.RegisterVersion++;
        db.ImportRuns.Add(Run(request, confirmedBefore));
        await head.FlushAsync(cancellationToken);
        foreach (var guardian in responsible)
        {
            await EarlierNoes.SayAnewAsync(head, guardian.PersonId, guardian.Id, run, by, cancellationToken);
        }

        head.Audit("register-imported", run.ToString("N"), Summary(), by);

        // a file without an own date is as old as the day it came in
        head.RegisterIsRightOn(plan.Content.ExportedOn is { } exported && exported < head.Today ? exported : head.Today);
        await head.FlushAsync(cancellationToken);
        return run;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var ids = plan.Changes.Select(c => c.Person).OfType<PersonId>().Distinct().ToList();
        people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        memberships = (await db.Memberships.Where(m => ids.Contains(m.PersonId) && (m.Until == null || m.Until >= head.Today)).ToListAsync(cancellationToken)).ToLookup(m => m.PersonId);
        endings = (await db.ImportSteps.AsNoTracking().Where(s => s.MembershipId != null && ids.Contains(s.PersonId)).ToListAsync(cancellationToken)).ToLookup(s => s.MembershipId!.Value);
        var known = plan.Changes.Select(c => c.Guardian).OfType<Guid>().ToList();
        guardians = await db.Guardians.Where(g => known.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
        var groups = await db.Groups.AsNoTracking().OrderBy(g => g.Id).ToListAsync(cancellationToken);
        clubs = [.. groups.Where(g => g.IsClub).Select(g => g.Id)];
        classes = groups.Where(g => !g.IsClub).GroupBy(g => NameForms.Normalise(g.Name).Replace(" ", "", StringComparison.Ordinal)).ToDictionary(g => g.Key, g => g.First().Id);
    }

    private void Write(ImportChange change)
    {
        switch (change.Kind)
        {
            case ImportChangeKind.NewClass:
                var group = head.NewGroup(change.Text);
                group.RunId = run;
                db.Groups.Add(group);
                classes[ClassForm(change.Text)] = group.Id;
                break;
            case ImportChangeKind.NewPerson:
                Add(change);
                break;
            case ImportChangeKind.Linked:
                Edit(change).ExternalKey = change.Row!.Key;
                break;
            case ImportChangeKind.Renamed:
                var renamed = Edit(change);
                if (renamed.FullName != change.Row!.FullName || plan.Content.Columns.Preferred is not null)
                {
                    renamed.PreferredName = change.Row.PreferredName;
                }

                renamed.FullName = change.Row.FullName;
                renamed.NormalisedName = NameForms.Normalise(renamed.FullName);
                if (change.Row.Nicknames.Length > 0)
                {
                    renamed.Nicknames = change.Row.Nicknames;
                    renamed.NormalisedNicknames = NameForms.Normalise(renamed.Nicknames);
                }

                break;
            case ImportChangeKind.YearChanged:
                Edit(change).YearGroup = change.Row!.Year;
                break;
            case ImportChangeKind.ClassChanged:
                Move(change);
                break;
            case ImportChangeKind.Left:
                Leave(change);
                break;
            case ImportChangeKind.Returned:
                Return(change);
                break;
            case ImportChangeKind.NewGuardian:
                db.Guardians.Add(new GuardianRow
                {
                    SchoolId = head.School,
                    Id = Guid.CreateVersion7(),
                    PersonId = Who(change),
                    Name = change.Contact!.Name,
                    Email = change.Contact.Email,
                    HasResponsibility = change.Contact.HasResponsibility is true,
                    RunId = run,
                });
                break;
            case ImportChangeKind.GuardianChanged:
                Change(change);
                break;
            case ImportChangeKind.ToYes or ImportChangeKind.ToNo or ImportChangeKind.FirstNo:
                Answer(change);
                break;
        }
    }

    private void Add(ImportChange change)
    {
        var row = change.Row!;
        var person = head.NewPerson(new NewPerson(PersonKind.Pupil, row.FullName, row.PreferredName, row.Key) { Nicknames = row.Nicknames });
        person.YearGroup = row.Year;
        person.LeftOn = change.Day;
        person.RunId = run;
        db.People.Add(person);
        added[row.Number] = person.Id;
    }

    /// <summary>The person's row, once what it was is written down.</summary>
    private PersonRow Edit(ImportChange change)
    {
        var row = people[change.Person!.Value];
        if (edited.Add(row.Id))
        {
            db.ImportSteps.Add(new ImportStepRow
            {
                SchoolId = head.School,
                RunId = run,
                Number = ++steps,
                PersonId = row.Id,
                FullName = row.FullName,
                PreferredName = row.PreferredName,
                Nicknames = row.Nicknames,
                ExternalKey = row.ExternalKey,
                YearGroup = row.YearGroup,
                Day = row.LeftOn,
            });
        }

        return row;
    }

    private void Change(ImportChange change)
    {
        var row = guardians[change.Guardian!.Value];
        db.ImportSteps.Add(new ImportStepRow
        {
            SchoolId = head.School,
            RunId = run,
            Number = ++steps,
            PersonId = row.PersonId,
            GuardianId = row.Id,
            Email = row.Email,
            HasResponsibility = row.HasResponsibility,
        });
        if (!row.HasResponsibility && change.Contact!.HasResponsibility is true)
        {
            responsible.Add(row);
        }

        (row.Email, row.HasResponsibility) = (change.Contact!.Email, change.Contact.HasResponsibility is true);
    }

    private void Leave(ImportChange change)
    {
        var row = Edit(change);
        var before = row.LeftOn;
        row.LeftOn = change.Day;
        Touched.Add(row.Id);

        // they may still be in a picture of today, so nobody leaves a class before today is over
        var last = change.Day > head.Today ? change.Day.Value : head.Today;
        foreach (var membership in memberships[row.Id].Where(m => m.Until is null || m.Until > last))
        {
            End(membership, last);
        }

        Reopen(change, before, last);
    }

    private void Return(ImportChange change)
    {
        var row = Edit(change);
        var before = row.LeftOn;
        row.LeftOn = null;
        Touched.Add(row.Id);
        Reopen(change, before, null);
    }

    /// <summary>What ended with a day of leaving that is taken back, or is later now, goes on: the clubs as before, and the class the file says.</summary>
    /// <param name="change">Of somebody whose day of leaving was another.</param>
    /// <param name="before">That day; null when there was none.</param>
    /// <param name="last">What nothing may outlast; null when they stay.</param>
    private void Reopen(ImportChange change, DateOnly? before, DateOnly? last)
    {
        foreach (var membership in memberships[change.Person!.Value].Where(m => m.Until is not null && before is not null && m.Until < (last ?? DateOnly.MaxValue)))
        {
            // what imports shortened says what was there before; leaving on an earlier day ended it on the day of that import
            var shortened = endings[membership.Id].Where(s => s.Day is null || s.Day > s.DayAfter).ToList();
            var isOfLeaving = membership.Until == before || (before < head.Today && shortened.Any(s => s.DayAfter == head.Today && membership.Until == head.Today));
            var goesOn = clubs.Contains(membership.GroupId) ? shortened.Count > 0 : change.Row is null || change.Row.Class.Length == 0 || classes.GetValueOrDefault(ClassForm(change.Row.Class)) == membership.GroupId;
            if (isOfLeaving && goesOn)
            {
                var was = shortened.Any(s => s.Day is null) ? null : shortened.Max(s => s.Day);
                End(membership, was is null || was > last ? last : was);
            }
        }
    }

    /// <summary>The old class's last day is the new one's first: whichever the picture was taken in, they may be in it.</summary>
    private void Move(ImportChange change)
    {
        var person = Who(change);
        var to = classes[ClassForm(change.Text)];
        foreach (var membership in memberships[person].Where(m => m.GroupId != to && !clubs.Contains(m.GroupId) && m.From <= head.Today && (m.Until is null || m.Until > head.Today)))
        {
            End(membership, head.Today);
        }

        var last = change.Row!.Leaving ?? (returned.Contains(person) ? null : people.GetValueOrDefault(person)?.LeftOn);
        if (memberships[person].FirstOrDefault(m => m.GroupId == to && m.From <= head.Today) is not { } held)
        {
            db.Memberships.Add(new MembershipRow { SchoolId = head.School, Id = Guid.CreateVersion7(), PersonId = person, GroupId = to, From = head.Today, Until = last, RunId = run });
            head.PoolChanged(to, head.Today);
        }
        else if (held.Until is not null && held.Until != last)
        {
            End(held, last);
        }
    }

    /// <summary>Sets the last day, once what it was is written down; null has none.</summary>
    private void End(MembershipRow membership, DateOnly? last)
    {
        if (!memberSteps.TryGetValue(membership.Id, out var step))
        {
            step = memberSteps[membership.Id] = new ImportStepRow
            {
                SchoolId = head.School,
                RunId = run,
                Number = ++steps,
                PersonId = membership.PersonId,
                MembershipId = membership.Id,
                Day = membership.Until,
            };
            db.ImportSteps.Add(step);
        }

        step.DayAfter = membership.Until = last;
    }

    private void Answer(ImportChange change)
    {
        var (person, purpose) = (Who(change), change.Purpose!.Value);
        var answer = change.Kind switch
        {
            ImportChangeKind.ToYes => ConsentAnswer.Given,
            ImportChangeKind.ToNo => ConsentAnswer.Withdrawn,
            _ => ConsentAnswer.Refused,
        };
        var until = answer == ConsentAnswer.Given ? Purposes.LastDay(policy, purpose, head.Today) : null;
        var how = change.Answer is FileAnswer.Yes or FileAnswer.No ? HowSaid.Import : HowSaid.ImportBlank;
        head.AppendConsent(person, purpose, answer, head.Today, until, how, "", by, Purposes.BasisOf(policy, purpose), run);
    }

    private PersonId Who(ImportChange change) => change.Person ?? added[change.Row!.Number];

    private static string ClassForm(string name) => NameForms.Normalise(name).Replace(" ", "", StringComparison.Ordinal);

    private ImportRunRow Run(ImportRequest request, DateOnly? confirmedBefore) => new()
    {
        SchoolId = head.School,
        Id = run,
        At = head.Now,
        By = by,
        FileSha256 = SHA256.HashData(request.Bytes.Span),
        FileLength = request.Bytes.Length,
        Mapping = plan.Content.Mapping,
        Rows = plan.Content.Rows.Length,
        ExportedOn = plan.Content.ExportedOn,
        HadTrailer = plan.Content.HasTrailer,
        NewPeople = plan.Count(ImportChangeKind.NewPerson),
        Changed = plan.Count(ImportChangeKind.Renamed) + plan.Count(ImportChangeKind.YearChanged) + plan.Count(ImportChangeKind.Linked),
        ClassChanges = plan.Changes.Count(c => c.Kind == ImportChangeKind.ClassChanged && !c.IsOfNewPerson),
        HaveLeft = plan.Count(ImportChangeKind.Left),
        Returned = plan.Count(ImportChangeKind.Returned),
        ToYes = plan.Count(ImportChangeKind.ToYes),
        ToNo = plan.Count(ImportChangeKind.ToNo) + plan.Count(ImportChangeKind.FirstNo),
        Conflicts = plan.Remarks.Count(r => r.Weight == RemarkWeight.Conflict),
        Flags = plan.Remarks.Count(r => r.Weight == RemarkWeight.Flag),
        RegisterVersion = head.Head.RegisterVersion,
        ConfirmedBefore = confirmedBefore,
    };

    private string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Content.Rows.Length} rows, {plan.Count(ImportChangeKind.NewPerson)} new, {plan.Count(ImportChangeKind.Left)} left, {plan.Count(ImportChangeKind.ToYes)} yes, {plan.Count(ImportChangeKind.ToNo) + plan.Count(ImportChangeKind.FirstNo)} no");
}
