namespace MediaGuard.Consent.Rules;

/// <summary>Every rule there is, from what a person said no to, down to what the machine doubts. The order is for the reader: it changes no verdict.</summary>
/// <remarks>A list in the code and not in the container, so that no registration can leave a rule out.</remarks>
internal static class DecisionRules
{
    /// <summary>The doubts a person settles by looking at the picture alone instead of in the batch.</summary>
    public static IReadOnlyList<IDoubtRule> LookedAtOneByOne { get; } =
    [
        new FacesAreNotMoreThanPeople(),
        new PictureIsGood(),
        new FacesAreFew(),
        new FacesAreLarge(),
        new FacesAreCertain(),
        new NamesAgree(),
        new SuggestionsAgree(),
    ];

    public static IReadOnlyList<IDecisionRule> All { get; } =
    [
        new PersonSaidNo(),
        new ChannelIsSetUp(),
        new RenditionExists(),
        new DetectorsLooked(),
        new CoveredFacesAreGone(),
        new PossiblePeopleAreKnown(),
        new PeopleConsent(),
        new AdultsAreAsked(),
        new RegisterIsRecent(),
        new BooksAreCurrent(),
        new NothingComesBackByItself(),
        new SecondPersonApproved(),
        new BatchIsLetGo(),
        new DeviceIsKnown(),
        new NobodyRefusedIsLikely(),
        .. LookedAtOneByOne,
    ];
}
