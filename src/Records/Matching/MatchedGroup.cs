using MediaGuard.Media;

namespace MediaGuard.Records.Matching;

/// <summary>A group, and how far it is from being compared.</summary>
/// <param name="IsOn">Switched on for the group.</param>
/// <param name="People">Who belongs to it today.</param>
/// <param name="Permitting">How many of them may be compared.</param>
/// <param name="Enrolled">How many of them are enrolled, by the model installed now.</param>
public sealed record MatchedGroup(GroupId Id, string Name, bool IsOn, int People, int Permitting, int Enrolled)
{
    public override string ToString() => Id.ToString();
}
