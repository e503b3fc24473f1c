using System.Collections.Immutable;

namespace MediaGuard.Media;

/// <summary>A person of the register with the names people use. Personal data: lives in memory while files are read, prints as its id.</summary>
/// <param name="FullName">As on the register: given names, then surname, or <c>Surname, Given</c>; a title may come first.</param>
/// <param name="PreferredName">What the person is called; may repeat the full name.</param>
public sealed record NamedPerson(PersonId Id, string FullName, string PreferredName)
{
    /// <summary>Other names the register knows the person by.</summary>
    public ImmutableArray<string> Nicknames { get; init; } = [];

    /// <summary>Staff, volunteers and visitors are also called by title and surname.</summary>
    public bool IsPupil { get; init; } = true;

    /// <summary>Groups the person belongs to: of several bearers of one first name, those of a photo's own class are meant.</summary>
    public ImmutableHashSet<GroupId> Groups { get; init; } = [];

    public override string ToString() => $"Person {Id}";
}
