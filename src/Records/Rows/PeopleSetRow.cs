using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One member of a set of people that verdicts rest on. A day's photos of a class share a few sets, so what a person's word touches is found without reading a scene.</summary>
internal sealed class PeopleSetRow
{
    public SchoolId SchoolId { get; set; }

    /// <summary>The first half of the SHA-256 of the sorted ids; rows are never changed.</summary>
    public Guid SetId { get; set; }
    public PersonId PersonId { get; set; }
}
