namespace MediaGuard.Records.Policies;

/// <summary>Something the lead wants of the policy: of a channel, of a purpose, or of the school as a whole.</summary>
public abstract record PolicyEdit
{
    private protected PolicyEdit()
    {
    }

    /// <summary>The document with these edits; what they do not name stays as it is.</summary>
    internal static PolicyDocument Apply(PolicyDocument document, IReadOnlyCollection<PolicyEdit> edits)
    {
        var channels = ChannelEdit.Apply(document, [.. edits.OfType<ChannelEdit>()]);
        var purposes = edits.OfType<PurposeEdit>().Aggregate(channels, (made, edit) => edit.On(made));
        return edits.OfType<SchoolEdit>().Aggregate(purposes, (made, edit) => edit.On(made));
    }
}
