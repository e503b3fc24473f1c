using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A class, club or trip: the people a photo of it may show.</summary>
internal sealed class GroupRow
{
    public SchoolId SchoolId { get; set; }
    public GroupId Id { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Folder below the share, normalised for comparison.</summary>
    public string NormalisedFolder { get; set; } = "";

    /// <summary>Random short name of its folder where copies go: the outside never learns the class.</summary>
    public string OutsideName { get; set; } = "";

    /// <summary>Photos of this group are asked for on Seesaw unless somebody says otherwise.</summary>
    public bool AsksSeesaw { get; set; }

    /// <summary>Faces in its photos are compared, where the school has matching on.</summary>
    public bool IsMatched { get; set; }

    /// <summary>A club or trip and no class: an import ends nobody's belonging to it.</summary>
    public bool IsClub { get; set; }

    /// <summary>The import that made the row; null when made by hand.</summary>
    public Guid? RunId { get; set; }
    public long Version { get; set; }
}
