namespace MediaGuard.Ingest.Names;

/// <summary>Everyday English words that are also names: alone they name nobody for sure.</summary>
internal static class OrdinaryWords
{
    private const string Words = """
        abbey adder agate alder alma amber angel apple april arch archer arrow art ash aspen aster aurora autumn bailey bailiff baker bank banks bar barber barn baron basil bay beach bean bear beau beck
        bell belle berry best beth bill birch bird bishop black blade blake blaze bliss bloom blossom blue blythe bob bond bonnie booth bow bowl bracken bradley branch brand brave breeze bridge briar bridges bright brook brooke brooks
        brown buck bud buddy bull bunny burn burns bush butcher butler butter byte cam can candy cane cannon cane cape carol carpenter carter case cash castle cat cave cedar celeste chance chapel chapman charity chase chip
        chuck church christian christmas clay clear clement clever cliff close clover cloud coach coal cocoa cole colt constance cook cooper copper coral cotton court cove crane crisp cross crow crown crystal
        curry cruz daisy dale dane dart dash dawn day dean dee dell dean dew diamond dick dig dill dot dove drake drew dream drum duke dusty dyer eagle earl early east easter eden ember emerald
        eve ever fair faith falcon farmer fawn feather felicity fern field fields finch fin fish fisher fleet flint flo flora flower flowers fly ford forest fort fortune foster fox frank freedom french frost fry gale garden gardener garland garnet gate gates
        gem gene gift gill ginger glen glenn glory gold golden good grace grant gray green greene grey grove guy gull hail hall ham hand happy harbour hardy harmony harp harper hart harvest haven hawk
        hawthorn hay hazel head heart heath heather heaven hedge hemp henna herb heron hill hills hogg holiday holly holmes home honest honey honor honour hood hook hope horn house hunt hunter hurst
        ice ida ink iris iron ivory ivy jack jade jam jan jar jasmine jasper jay jean jed jet jewel job jockey john jolly joy joyce jubilee jude judge july june juniper junior justice kay keen kelp kerry key king kingfisher kings kit kite kitty knight
        lake lamb lance lane lark laurel lavender law lawn lea leaf lee legend leo lily lilly linden link lion lively lock lodge long lord lot lotus love lovely low lucky luna lynx lyric
        maddie magnolia major mallow maple marble march max marina mark marks marsh marshall martin mason mast master mat matt may mayor meadow melody mercury mercy merit merry miles mill miller mills mint misty moon moor moore more moss mount muse myrtle
        nat nelly nest new newt nick night noble noel nora north nova novel nutmeg oak ocean olive onyx opal orchard orchid orion otter own owl page paint painter paisley palm pansy park parker parks parrot pat patience peace peach
        peak pear pearl peat pen penny pepper pet petal phoenix pie pike pine piper pip pitch plum polly pond pool poole poppy port porter post pot potter potts pound power price pride primrose prince princess prior prudence quick quill quince rabbit rae rain raine
        rainbow ram ranger raven ray read red reed reef reeve regan rex rice rich ridge river rivers road rob robin rock rod rook roman rose rosemary rosie rowan rowe royal ruby rue rule rush rust rusty rye saffron sage sailor saint sandy sands savage
        savannah scarlet scarlett scout sea seal season sessions serene seven shade sharp shepherd sherry shore short silver sims singer sky skye skip sloan slow small smart smith snow sol son song sorrel south spark sparks spear spring sprout squires star stark steel sterling stone
        storm story street strong sue summer summers sun sunday sunny sunshine swan swift tanner taylor tailor teal ted temple tern thorn thyme tide tiger timber tom topaz tower town trace tree trinity true tucker tulip turner unity valentine van vale velvet verity
        victor victory vine viola violet viper vista wade walk walker wall walls waters ward warden warm watt watts wave way weaver webb well wells west wheat wheeler white wild will willow win wind winter winters wise wolf wood woods wool worth wren wright year yew young zion
        ace act all am an and any are as at be but by do for go he her hi him his i if in is it me my no of off on or our out she so the to too up us we you ali al ann bea bella
        """;

    private static readonly HashSet<string> All = new(Words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> Calendar = new(StringComparer.Ordinal)
    {
        "april", "august", "autumn", "christmas", "dawn", "day", "easter", "eve", "july", "june", "march", "may", "noel", "spring", "summer", "sunday", "winter", "year",
    };

    public static bool Contains(ReadOnlySpan<char> word) => All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Written with a capital whatever they mean.</summary>
    public static bool IsCalendar(ReadOnlySpan<char> word) => Calendar.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
