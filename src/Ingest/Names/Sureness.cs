namespace MediaGuard.Ingest.Names;

/// <summary>How sure it is that a text names a person. Later is surer.</summary>
public enum Sureness
{
    /// <summary>An everyday word that is also a name, a surname alone, or the one who took the picture: shown, and holds nothing.</summary>
    Weak,

    /// <summary>The name a person is called by, alone.</summary>
    PreferredOnly,

    /// <summary>The name a person is called by with the surname's initial, or the surname with the initial.</summary>
    PreferredAndInitial,

    /// <summary>Given name and surname.</summary>
    Full,
}
