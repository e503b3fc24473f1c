using System.Security.Cryptography;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    public PersonId AddPerson(NewPerson person, UserId? by)
    {
        ArgumentNullException.ThrowIfNull(person);
        var row = NewPerson(person);
        db.People.Add(row);
        RegisterChanged("person-added", row.Id.ToString(), person.Kind.ToString(), by);
        return row.Id;
    }

    internal PersonRow NewPerson(NewPerson person) => new()
    {
        SchoolId = School,
        Id = PersonId.New(),
        Kind = person.Kind,
        FullName = person.FullName,
        PreferredName = person.PreferredName,
        NormalisedName = NameForms.Normalise(person.FullName),
        Nicknames = NicknameText.Tidy(person.Nicknames),
        NormalisedNicknames = NameForms.Normalise(person.Nicknames),
        ExternalKey = person.ExternalKey,
        IsProtected = person.IsProtected,
    };

    /// <param name="name">What people call the class; its folder below the share bears the same name.</param>
    /// <param name="asksSeesaw">Whether its photos are asked for on Seesaw unless somebody says otherwise.</param>
    /// <param name="isClub">A club or trip: an import ends nobody's belonging to it.</param>
    public GroupId AddGroup(string name, bool asksSeesaw, UserId? by, bool isClub = false)
    {
        var row = NewGroup(name);
        row.AsksSeesaw = asksSeesaw;
        row.IsClub = isClub;
        db.Groups.Add(row);
        RegisterChanged("group-added", row.Id.ToString(), "", by);
        return row.Id;
    }

    internal GroupRow NewGroup(string name) => new()
    {
        SchoolId = School,
        Id = GroupId.New(),
        Name = name,
        NormalisedFolder = NameForms.Normalise(name),
        OutsideName = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)),
    };

    public void AddMembership(PersonId person, GroupId group, DateOnly from, DateOnly? until, UserId? by)
    {
        db.Memberships.Add(new MembershipRow { SchoolId = School, Id = Guid.CreateVersion7(), PersonId = person, GroupId = group, From = from, Until = until });
        PoolChanged(group, from);
        RegisterChanged("membership-added", person.ToString(), group.ToString(), by);
    }

    /// <summary>Appends what was said about a purpose; both days are included.</summary>
    /// <param name="guardian">Which parent or guardian said it; null when that is not on record.</param>
    /// <param name="overrode">Guardians whose no the lead records it over.</param>
    public void RecordConsent(
        PersonId person, PurposeId purpose, ConsentAnswer answer, DateOnly from, DateOnly? until, string how, string evidence, UserId? by, LawfulBasis basis = LawfulBasis.Consent, Guid? guardian = null,
        IEnumerable<Guid>? overrode = null)
    {
        AppendConsent(person, purpose, answer, from, until, how, evidence, by, basis, null, guardian, overrode);
        registerChanged = true;
        head.RegisterVersion++;
    }

    /// <summary>The register is right as of a day: an import brought it, or the office says so. Never goes back.</summary>
    public void ConfirmRegister(DateOnly day, UserId? by)
    {
        RegisterIsRightOn(day);
        if (head.RestoredTo is not null)
        {
            head.RestoredTo = null;
            everythingChanged = true;
        }

        RegisterChanged("register-confirmed", "", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), by);
    }

    /// <summary>Notes the day, unless a later one is known. What was held because the register was too old is decided again.</summary>
    internal void RegisterIsRightOn(DateOnly day)
    {
        if (head.RegisterConfirmedOn is null || head.RegisterConfirmedOn < day)
        {
            head.RegisterConfirmedOn = day;
            registerIsNewer = true;
        }
    }

    /// <summary>The books were put back from a backup: what was said since is missing, so everything is decided again and held until <see cref="ConfirmRegister"/>. Copies outside stay.</summary>
    internal void DoubtRegister(Instant restoredTo)
    {
        head.RestoredTo = restoredTo;
        everythingChanged = true;
    }

    /// <summary>Appends without a new register version: an import is one version, however much it changes.</summary>
    internal void AppendConsent(
        PersonId person, PurposeId purpose, ConsentAnswer answer, DateOnly from, DateOnly? until, string how, string evidence, UserId? by, LawfulBasis basis, Guid? run, Guid? guardian = null,
        IEnumerable<Guid>? overrode = null)
    {
        db.Consents.Add(new ConsentRow
        {
            SchoolId = School,
            Id = Guid.CreateVersion7(),
            Sequence = ++head.ConsentSequence,
            PersonId = person,
            Purpose = purpose.Value,
            Answer = answer,
            Basis = basis,
            From = from,
            Until = until,
            How = how,
            Evidence = evidence,
            GuardianId = guardian,
            Overrode = string.Join(',', (overrode ?? []).Distinct().Order().Select(g => g.ToString("N"))),
            RecordedAt = Now,
            RecordedBy = by,
            RunId = run,
        });
        Said(person, purpose, answer);
        registerChanged = true;
        Audit("consent-recorded", person.ToString(), $"{purpose} {answer}", by);
    }

    public void LetTeach(UserId user, GroupId group)
    {
        db.Teaches.Add(new TeachesRow { SchoolId = School, UserId = user, GroupId = group });
        Audit("teaches", group.ToString(), user.ToString(), null);
    }

    /// <summary>Writes the next version of the school's policy.</summary>
    /// <param name="changes">What is other, in codes, for the audit log.</param>
    public void SetPolicy(PolicyDocument document, UserId? by, string changes = "")
    {
        head.PolicyVersion++;
        db.Policies.Add(new PolicyRow { SchoolId = School, PolicyVersion = head.PolicyVersion, Json = PolicyStore.Write(document), MadeAt = Now, MadeBy = by });
        everythingChanged = true;
        Audit("policy-changed", head.PolicyVersion.ToString(System.Globalization.CultureInfo.InvariantCulture), changes, by);
    }

    public void Remember(string setting, string value) => db.Settings.Add(new SettingRow { SchoolId = School, Name = setting, Value = value });

    internal void RegisterChanged(string act, string subject, string detail, UserId? by)
    {
        head.RegisterVersion++;
        registerChanged = true;
        Audit(act, subject, detail, by);
    }
}
