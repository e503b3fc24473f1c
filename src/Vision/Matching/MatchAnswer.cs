namespace MediaGuard.Vision.Matching;

/// <summary>What comparing said of a face. Stored by name.</summary>
public enum MatchAnswer
{
    /// <summary>Nobody asked: matching is off, or not everybody possible consented.</summary>
    NotCompared,

    /// <summary>The face cannot be judged, or looks like several, or a little like one.</summary>
    NotSure,

    /// <summary>The face looks like nobody enrolled.</summary>
    NobodyEnrolled,

    /// <summary>The face looks like one enrolled person and clearly less like any other: a suggestion for people to confirm.</summary>
    ThisPerson,
}
