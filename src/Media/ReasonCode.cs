namespace MediaGuard.Media;

/// <summary>Why an item stands where it stands. Stored by name, so members are never renamed; sentences are made when shown.</summary>
public enum ReasonCode
{
    None = 0,

    // consent: only the register can change these
    PersonRefused = 100,
    NoConsentOnRecord = 101,
    MayShowPersonWithoutConsent = 102,
    AdultNotOnRegister = 103,

    // knowledge: a person must say something about the picture
    PossiblePeopleUnknown = 200,
    NobodySaidAnything = 201,
    FaceNotNamed = 202,
    GroupUnknown = 203,
    ChannelNotSetUp = 204,
    TakenBackBefore = 205,
    SecondApproverNeeded = 206,
    RegisterTooOld = 207,
    SecondLookAwaited = 208,
    BooksRestored = 209,

    // doubt: the machine disagrees with what people said, or can't tell; a person must look at this one picture
    MoreFacesThanNamed = 300,
    ManyFaces = 301,
    SmallFaces = 302,
    DoubtfulFace = 303,
    NameHint = 304,
    DeviceUnknown = 305,
    PoorPicture = 306,
    LooksLikeAbsent = 307,
    LooksLikeRefused = 308,
    PictureTooDark = 309,
    PictureTooBlurred = 310,
    PictureTooSmall = 311,
    BatchDisputed = 312,

    // the machine failed: unknown is no
    DetectorFailed = 400,
    ModelMissing = 401,
    ModelAltered = 402,
    NotSeenYet = 403,
    NoRendition = 404,
    RedactionNotReady = 405,
    FaceStillSeen = 406,

    // a person said no
    RefusedByOffice = 500,
    NotFitToBeSeen = 501,
    SentToLead = 502,

    // quarantine: the file could not be taken further
    NotAPicture = 600,
    FormatNotSupported = 601,
    Truncated = 602,
    Undecodable = 603,
    TooLarge = 604,
    LeftoverFound = 605,
    StepDiedRepeatedly = 606,
    CustodyBroken = 607,
    CleaningFailed = 608,
    DecoderDied = 609,
    DecoderTimedOut = 610,
    MalwareFound = 611,

    // ends
    Duplicate = 700,
    DeletedBefore = 701,
    SourceVanished = 702,
    SourceChanged = 703,
    Deleted = 704,

    // waiting: not the photo's fault
    StorageFull = 800,
    StoreUnavailable = 801,
    ShareUnavailable = 802,
    DatabaseBusy = 803,
    DeviceCopyNotRemovable = 804,
    ScannerUnavailable = 806,
    DecoderUnavailable = 807,

    /// <summary>Never stored: shown of what has not moved for longer than it should.</summary>
    StandingStill = 808,
}
