using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

internal sealed class RegisterBook(IHeads heads, Redecider redecider) : IRegisterBook
{
    public async Task<int?> RefuseAsync(
        SchoolId school, PersonId person, IReadOnlyCollection<PurposeId> purposes, string how, string evidence, Guid? guardian, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purposes);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (!await head.Context.People.AnyAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken)
            || (guardian is { } who && !await head.Context.Guardians.AnyAsync(g => g.Id == who && g.PersonId == person, cancellationToken)))
        {
            return null;
        }

        await RefuseAsync(head, person, purposes, how, evidence, guardian, by, cancellationToken);
        return await EndAsync(head, [person], [], cancellationToken);
    }

    public async Task<GiveResult> GiveAsync(
        SchoolId school, PersonId person, PurposeId purpose, DateOnly? until, string how, string evidence, Guid? guardian, bool isLead, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var result = await Giver.GiveAsync(head, person, purpose, until, how, evidence, guardian, isLead, by, cancellationToken);
        if (result == GiveResult.Recorded)
        {
            await EndAsync(head, [], [person], cancellationToken);
        }

        return result;
    }

    public async Task<bool> ProtectAsync(SchoolId school, PersonId person, string reason, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.People.FirstOrDefaultAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken) is not { } row)
        {
            return false;
        }

        await EndReasonsAsync(head, person, by, cancellationToken);
        head.Context.Protections.Add(new ProtectionRow { SchoolId = school, Id = Guid.CreateVersion7(), PersonId = person, Reason = reason, SetAt = head.Now, SetBy = by });
        row.IsProtected = true;
        head.NoToEverything(person);
        row.Version++;
        var (policy, register) = (await PolicyAsync(head, cancellationToken), await RegisterOfAsync(head, person, cancellationToken));
        foreach (var purpose in Purposes.Of(policy))
        {
            var id = new PurposeId(purpose.Purpose);
            head.RecordConsent(person, id, register.NoTo(person, id), head.Today, null, HowSaid.Protection, "", by, purpose.Basis);
        }

        head.RegisterChanged("person-protected", person.ToString(), "", by);
        await EndAsync(head, [person], [], cancellationToken);
        return true;
    }

    public async Task<bool> EndProtectionAsync(SchoolId school, PersonId person, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.People.FirstOrDefaultAsync(p => p.Id == person && p.IsProtected, cancellationToken) is not { } row)
        {
            return false;
        }

        await EndReasonsAsync(head, person, by, cancellationToken);
        row.IsProtected = false;
        row.Version++;

        // somebody protected before refusals were recorded with it keeps being refused, too
        await ProtectionNoes.FillAsync(head, await PolicyAsync(head, cancellationToken), [person], by, cancellationToken);

        head.RegisterChanged("protection-ended", person.ToString(), "", by);
        await EndAsync(head, [person], [], cancellationToken);
        return true;
    }

    public async Task<bool> EraseAsync(SchoolId school, PersonId person, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.People.FirstOrDefaultAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken) is not { } row)
        {
            return false;
        }

        await new Eraser(head, row, by).EraseAsync(await PolicyAsync(head, cancellationToken), cancellationToken);
        await EndAsync(head, [person], [], cancellationToken);
        return true;
    }

    public async Task<(GiveResult Result, PersonId Person)> AddPersonAsync(SchoolId school, PersonEdit edit, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var key = KeyOf(edit);
        if (key is not null && await head.Context.People.AnyAsync(p => p.ExternalKey == key, cancellationToken))
        {
            return (GiveResult.Taken, default);
        }

        var person = head.AddPerson(new NewPerson(Enum.Parse<PersonKind>(edit.Kind, ignoreCase: true), edit.FullName, edit.PreferredName, key) { Nicknames = edit.Nicknames }, by);
        if (edit.Class is { } group)
        {
            head.AddMembership(person, group, head.Today, null, by);
        }

        await head.FlushAsync(cancellationToken);
        var row = await head.Context.People.SingleAsync(p => p.Id == person, cancellationToken);
        row.YearGroup = edit.YearGroup;
        row.LeftOn = edit.LeftOn;
        await Leaver.LeaveAsync(head, row, cancellationToken);
        await EndAsync(head, [person], [], cancellationToken);
        return (GiveResult.Recorded, person);
    }

    public async Task<GiveResult> EditPersonAsync(SchoolId school, PersonId person, PersonEdit edit, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var key = KeyOf(edit);
        if (await head.Context.People.FirstOrDefaultAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken) is not { } row)
        {
            return GiveResult.NoSuchPerson;
        }

        if (key is not null && await head.Context.People.AnyAsync(p => p.ExternalKey == key && p.Id != person, cancellationToken))
        {
            return GiveResult.Taken;
        }

        if (edit.Seen is { } seen && seen != (await RegisterViews.LineAsync(head.Context, row, head.Today, cancellationToken)).Seen)
        {
            return GiveResult.Stale;
        }

        row.Kind = Enum.Parse<PersonKind>(edit.Kind, ignoreCase: true);
        row.FullName = edit.FullName;
        row.PreferredName = edit.PreferredName;
        row.NormalisedName = NameForms.Normalise(edit.FullName);
        row.Nicknames = NicknameText.Tidy(edit.Nicknames);
        row.NormalisedNicknames = NameForms.Normalise(row.Nicknames);
        row.ExternalKey = key;
        row.YearGroup = edit.YearGroup;
        row.Version++;
        await Leaver.StayAsync(head, row, edit.LeftOn, cancellationToken);
        if (edit.Class is { } group && !(edit.LeftOn <= head.Today))
        {
            await MoveAsync(head, person, group, by, cancellationToken);
        }

        await Leaver.LeaveAsync(head, row, cancellationToken);
        head.RegisterChanged("person-edited", person.ToString(), "", by);
        await EndAsync(head, [person], [person], cancellationToken);
        return GiveResult.Recorded;
    }

    public async Task<GiveResult> AddGroupAsync(SchoolId school, string name, bool isClub, bool asksSeesaw, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var folder = NameForms.Normalise(name);
        if (folder.Length == 0 || await head.Context.Groups.AnyAsync(g => g.NormalisedFolder == folder, cancellationToken))
        {
            return GiveResult.Taken;
        }

        head.AddGroup(name, asksSeesaw, by, isClub);
        await head.CommitAsync(cancellationToken);
        return GiveResult.Recorded;
    }

    public async Task ConfirmAsync(SchoolId school, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        head.ConfirmRegister(head.Today, by);
        await head.CommitAsync(cancellationToken);
    }

    /// <summary>The old class's last day is today, like the new one's first. Clubs stay.</summary>
    private static async Task MoveAsync(HeadTransaction head, PersonId person, GroupId to, UserId? by, CancellationToken cancellationToken)
    {
        var db = head.Context;
        var open = await db.Memberships.Where(m => m.PersonId == person && (m.Until == null || m.Until > head.Today)).ToListAsync(cancellationToken);
        if (open.Any(m => m.GroupId == to && m.From <= head.Today))
        {
            return;
        }

        var clubs = await db.Groups.Where(g => g.IsClub).Select(g => g.Id).ToListAsync(cancellationToken);
        if (!clubs.Contains(to))
        {
            open.Where(m => !clubs.Contains(m.GroupId)).ToList().ForEach(m => m.Until = head.Today);
        }

        head.AddMembership(person, to, head.Today, null, by);
    }

    private static string? KeyOf(PersonEdit edit) => edit.Key.Trim() is { Length: > 0 } key ? key.ToUpperInvariant() : null;

    private static async Task RefuseAsync(
        HeadTransaction head, PersonId person, IReadOnlyCollection<PurposeId> purposes, string how, string evidence, Guid? guardian, UserId? by, CancellationToken cancellationToken)
    {
        var policy = await PolicyAsync(head, cancellationToken);
        var register = await RegisterOfAsync(head, person, cancellationToken);
        foreach (var purpose in purposes)
        {
            head.RecordConsent(person, purpose, register.NoTo(person, purpose), head.Today, null, how, evidence, by, Purposes.BasisOf(policy, purpose), guardian);
        }

        if (guardian is not { } who)
        {
            return;
        }

        await head.EndRequestsAsync(who, purposes, cancellationToken);

        // a parent's no to comparing faces is their objection, too, which no consent of anybody outweighs
        if (purposes.Contains(BiometricPerson.Purpose)
            && await head.Context.Guardians.AsNoTracking().FirstOrDefaultAsync(g => g.Id == who && g.ObjectedOn == null, cancellationToken) is { } objects)
        {
            await head.SetGuardianAsync(who, objects.NotifiedOn, head.Today, by, cancellationToken);
        }
    }

    private static async Task<PolicyDocument> PolicyAsync(HeadTransaction head, CancellationToken cancellationToken) =>
        await PolicyStore.DocumentAsync(head.Context, head.Head.PolicyVersion, cancellationToken);

    private static Task<RegisterSnapshot> RegisterOfAsync(HeadTransaction head, PersonId person, CancellationToken cancellationToken) =>
        new SceneReader(head.Context, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, [person], cancellationToken);

    private static async Task EndReasonsAsync(HeadTransaction head, PersonId person, UserId by, CancellationToken cancellationToken)
    {
        foreach (var reason in await head.Context.Protections.Where(p => p.PersonId == person && p.EndedAt == null).ToListAsync(cancellationToken))
        {
            reason.EndedAt = head.Now;
            reason.EndedBy = by;
        }
    }

    private async Task<int> EndAsync(HeadTransaction head, PersonId[] worse, PersonId[] better, CancellationToken cancellationToken)
    {
        await head.FlushAsync(cancellationToken);
        var redecided = await redecider.RunAsync(head, worse.Concat(better), cancellationToken);
        await head.CommitAsync(cancellationToken);
        return redecided;
    }
}
