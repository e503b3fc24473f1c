using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Rows;
using MediaGuard.Vision.Matching;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    private readonly List<(PersonId Person, IReadOnlyList<Guid> Photos)> ended = [];
    private bool registerChanged;

    /// <summary>Writes the school's next choice about matching; groups are chosen apart. Off takes every open suggestion with it.</summary>
    /// <returns>What is missing; then nothing is written.</returns>
    public async Task<ImmutableArray<MatchingGap>> ChooseMatchingAsync(MatchingChoice choice, UserId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var gaps = choice.IsOn ? choice.Order.Gaps(Today) : [];
        if (!gaps.IsEmpty)
        {
            return gaps;
        }

        if (!choice.IsOn)
        {
            await RemoveSuggestionsAsync(null, cancellationToken);
        }

        var before = await MatchingPermission.ChoiceAsync(db, cancellationToken);
        db.MatchingChoices.Add(new MatchingChoiceRow
        {
            SchoolId = School,
            Sequence = (before?.Sequence ?? 0) + 1,
            IsOn = choice.IsOn,
            AssessedOn = choice.Order.AssessedOn,
            Reference = choice.Order.Reference?.Trim() ?? "",
            LeadName = choice.Order.LeadName?.Trim() ?? "",
            KeepsPhotos = choice.KeepsPhotos,
            AdvisedOn = choice.Advice?.On,
            AdviceReference = choice.Advice?.Reference ?? "",
            AdviceBy = choice.Advice?.By ?? "",
            At = Now,
            By = by,
        });
        Audit(choice.IsOn ? "matching-on" : "matching-off", "school", Told(choice), by);
        return [];
    }

    /// <summary>Switches matching on or off for one group; off takes the suggestions in its photos with it. False: there is no such group, or on while the school has it off.</summary>
    public async Task<bool> ChooseGroupMatchingAsync(GroupId group, bool isOn, UserId by, CancellationToken cancellationToken)
    {
        if ((isOn && await MatchingPermission.ChoiceAsync(db, cancellationToken) is not { IsOn: true })
            || await db.Groups.FirstOrDefaultAsync(g => g.Id == group, cancellationToken) is not { } row)
        {
            return false;
        }

        if (row.IsMatched != isOn)
        {
            row.IsMatched = isOn;
            row.Version++;
            if (!isOn)
            {
                await RemoveSuggestionsAsync(group, cancellationToken);
            }

            Audit(isOn ? "matching-on" : "matching-off", group.ToString(), "", by);
        }

        return true;
    }

    /// <summary>Puts a parent or guardian on the register.</summary>
    public Guid AddGuardian(PersonId person, string name, DateOnly? notifiedOn, UserId? by, string email = "", bool hasResponsibility = true)
    {
        var row = new GuardianRow { SchoolId = School, Id = Guid.CreateVersion7(), PersonId = person, Name = name, NotifiedOn = notifiedOn, Email = email, HasResponsibility = hasResponsibility };
        db.Guardians.Add(row);
        RegisterChanged("guardian-added", person.ToString(), notifiedOn is null ? "" : "notified", by);
        return row.Id;
    }

    /// <summary>Notes that a guardian was told in writing, objected, or took the objection back. False: there is no such guardian.</summary>
    public async Task<bool> SetGuardianAsync(Guid guardian, DateOnly? notifiedOn, DateOnly? objectedOn, UserId? by, CancellationToken cancellationToken)
    {
        if (await db.Guardians.FirstOrDefaultAsync(g => g.Id == guardian, cancellationToken) is not { } row)
        {
            return false;
        }

        (row.NotifiedOn, row.ObjectedOn) = (notifiedOn, objectedOn);
        row.Version++;
        RegisterChanged("guardian-changed", row.PersonId.ToString(), objectedOn is not null ? "objects" : notifiedOn is not null ? "notified" : "", by);
        return true;
    }

    /// <summary>Notes that the person themselves refused, or changed their mind: null. False: there is no such person.</summary>
    public async Task<bool> SetRefusalAsync(PersonId person, DateOnly? refusedOn, UserId? by, CancellationToken cancellationToken)
    {
        if (await db.People.FirstOrDefaultAsync(p => p.Id == person, cancellationToken) is not { } row)
        {
            return false;
        }

        row.RefusedBiometricsOn = refusedOn;
        row.Version++;
        RegisterChanged("biometric-refusal", person.ToString(), refusedOn is null ? "taken back" : "refused", by);
        return true;
    }

    /// <summary>Notes the last day somebody is here. False: there is no such person.</summary>
    public async Task<bool> LeaveAsync(PersonId person, DateOnly? lastDay, UserId? by, CancellationToken cancellationToken)
    {
        if (await db.People.FirstOrDefaultAsync(p => p.Id == person, cancellationToken) is not { } row)
        {
            return false;
        }

        row.LeftOn = lastDay;
        changed.Add(person);
        row.Version++;
        RegisterChanged("left", person.ToString(), "", by);
        return true;
    }

    /// <summary>What keeps the person from being enrolled, as the rows stand in this transaction; null when there is no such person.</summary>
    public async Task<ImmutableArray<EnrolmentGap>?> EnrolmentGapsAsync(PersonId person, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        return (await new BiometricReader(db, Today).ReadAsync([person], cancellationToken)).TryGetValue(person, out var known) ? known.Gaps(Today) : null;
    }

    /// <summary>
    /// Stores a person's template in place of any before, under a fresh key. False, and nothing is stored: matching is off, or something is missing.
    /// </summary>
    /// <param name="photos">Reference photos already in the vault, which this transaction takes over; none when the school keeps none.</param>
    public async Task<bool> EnrolAsync(PersonId person, FaceEmbedding template, string model, int photoCount, IReadOnlyCollection<Guid> photos, UserId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(photos);
        if (await EnrolmentGapsAsync(person, cancellationToken) is not { IsEmpty: true } || await MatchingPermission.ChoiceAsync(db, cancellationToken) is not { IsOn: true })
        {
            return false;
        }

        await EndAsync(person, cancellationToken);
        await DestroyEndedAsync(cancellationToken);
        var plain = template.ToBytes();
        try
        {
            db.Templates.Add(new TemplateRow
            {
                SchoolId = School,
                PersonId = person,
                Sealed = await templates.SealAsync(School, person, plain, cancellationToken),
                Model = model,
                Photos = photoCount,
                EnrolledAt = Now,
                EnrolledBy = by,
            });
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }

        db.References.AddRange(photos.Select(photo => new ReferenceRow { SchoolId = School, Id = photo, PersonId = person }));
        Audit("enrolled", person.ToString(), photoCount.ToString(System.Globalization.CultureInfo.InvariantCulture), by);
        return true;
    }

    /// <summary>Destroys a person's template, key, reference photos and suggestions with this transaction. False: there was nothing.</summary>
    public async Task<bool> DestroyTemplateAsync(PersonId person, UserId? by, CancellationToken cancellationToken)
    {
        if (!await db.Templates.AnyAsync(t => t.PersonId == person, cancellationToken))
        {
            return false;
        }

        await EndAsync(person, cancellationToken);
        Audit("template-destroyed", person.ToString(), "asked for", by);
        return true;
    }

    /// <summary>Destroys what is biometric of everybody for whom the ground for it is gone: refused, objected, withdrawn, run out or left.</summary>
    public async Task<int> DestroyLapsedTemplatesAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var enrolled = await db.Templates.Select(t => t.PersonId).ToListAsync(cancellationToken);
        var people = enrolled.Count == 0 ? ImmutableDictionary<PersonId, BiometricPerson>.Empty : await new BiometricReader(db, Today).ReadAsync(enrolled, cancellationToken);
        var lapsed = enrolled.Where(person => !people.TryGetValue(person, out var known) || !known.Permits(Today)).ToList();
        foreach (var person in lapsed)
        {
            await EndAsync(person, cancellationToken);
            Audit("template-destroyed", person.ToString(), string.Join(' ', people.TryGetValue(person, out var known) ? known.Gaps(Today) : []), null);
        }

        return lapsed.Count;
    }

    private static string Told(MatchingChoice choice) =>
        $"assessed {choice.Order.AssessedOn:yyyy-MM-dd}{(choice.Advice is { } advice ? $" advised {advice.On:yyyy-MM-dd}" : "")}{(choice.KeepsPhotos ? " keeps photos" : "")}";

    private async Task EndAsync(PersonId person, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        ended.Add((person, await TemplateEnd.RemoveRowsAsync(db, person, cancellationToken)));
    }

    private async Task DestroyEndedAsync(CancellationToken cancellationToken)
    {
        foreach (var (person, photos) in ended)
        {
            await templates.DestroyAsync(School, person, photos, cancellationToken);
        }

        ended.Clear();
    }
}
