using MediaGuard.Media;
using MediaGuard.Records.Releases;

namespace MediaGuard.Journey.Inspection;

/// <summary>Says which copies do not get out.</summary>
internal static class CopyFindings
{
    public static IEnumerable<Finding> Of(StuckCopies stuck)
    {
        if (stuck is { NotHandedOver: 0, NotMade: 0 })
        {
            yield return new Finding(Words.Text("copies"), Health.Well, Words.Text("none waits for longer than it should"), "");
        }

        if (stuck.NotHandedOver > 0)
        {
            yield return new Finding(
                Words.Text("copies"),
                Health.Wrong,
                Words.Count(stuck.NotHandedOver, "{0} cleared copy can't be handed over", "{0} cleared copies can't be handed over"),
                Words.Text("Look whether what copies are released to can be reached and written, and whether store and keyring are whole. Pictures that are missing there come back from a backup."));
        }

        if (stuck.NotMade > 0)
        {
            yield return new Finding(
                Words.Text("copies"),
                Health.Wrong,
                Words.Count(stuck.NotMade, "{0} blurred or cropped copy can't be made and is held", "{0} blurred or cropped copies can't be made and are held"),
                Words.Text("The log says why. Look whether store and keyring are whole: pictures that are missing there come back from a backup."));
        }
    }
}
