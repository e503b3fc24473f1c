using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>What one policy says of a purpose and another does not.</summary>
internal static class PurposeDifference
{
    /// <param name="was">As it was; a purpose that is new as one is by default.</param>
    public static IEnumerable<PolicyChange> Between(PurposeSetting was, PurposeSetting now)
    {
        if (was.Lasts != now.Lasts || (now.Lasts is ConsentLength.Months && was.Months != now.Months))
        {
            yield return new(null, $"{now.Purpose}-lasts", Words.Text($"{now.Name}: a yes given from now on lasts {Length(now)} unless the family says otherwise; before, it lasted {Length(was)}."));
        }

        if (was.Basis != now.Basis)
        {
            yield return new(null, $"{now.Purpose}-basis", now.Basis switch
            {
                LawfulBasis.Consent => Words.Text($"{now.Name} is asked for as consent; before, it rested on the school’s public task."),
                LawfulBasis.PublicTask => Words.Text($"{now.Name} rests on the school’s public task, and families may object; before, it was asked for as consent. Nothing said is still no."),
            });
        }
    }

    private static string Length(PurposeSetting purpose) => purpose.Lasts switch
    {
        ConsentLength.UntilLeft => Words.Text("until the person leaves"),
        ConsentLength.SchoolYear => Words.Text("until the end of the school year"),
        ConsentLength.Months => purpose.Months == 1 ? Words.Text("1 month") : Words.Text($"{purpose.Months} months"),
    };
}
