namespace MediaGuard.Ingest.Names;

/// <summary>Where a name was found. Stored by name, so members are never renamed.</summary>
public enum NameField
{
    FileName,

    /// <summary>A folder below the class's own.</summary>
    Folder,
    Title,
    Caption,
    Keyword,

    /// <summary>A field made for the people in the picture: person tags, face regions.</summary>
    Person,

    /// <summary>Who took, owns or described the picture: says little of who is in it.</summary>
    Author,
    Other,
}
