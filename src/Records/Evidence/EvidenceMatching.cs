using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Records.Matching;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Evidence;

/// <summary>Counts what face matching rests on.</summary>
internal static class EvidenceMatching
{
    public static async Task<MatchingEvidence> ReadAsync(RecordsContext db, CancellationToken cancellationToken)
    {
        var choice = await MatchingPermission.ChoiceAsync(db, cancellationToken);
        var purpose = BiometricPerson.Purpose.Value;
        var last = await db.Consents.Where(c => c.Purpose == purpose && !db.Consents.Any(l => l.PersonId == c.PersonId && l.Purpose == purpose && l.Sequence > c.Sequence))
            .GroupBy(c => c.Answer).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return new MatchingEvidence(
            choice?.IsOn ?? false,
            choice?.AssessedOn,
            choice?.AdvisedOn,
            choice?.KeepsPhotos ?? false,
            choice?.At,
            choice?.By,
            await db.Groups.CountAsync(g => g.IsMatched, cancellationToken),
            await db.Templates.CountAsync(cancellationToken),
            last.Where(l => l.Key == ConsentAnswer.Given).Sum(l => l.Count),
            last.Where(l => l.Key != ConsentAnswer.Given).Sum(l => l.Count));
    }
}
