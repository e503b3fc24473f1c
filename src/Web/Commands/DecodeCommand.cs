using System.CommandLine;
using MediaGuard.Journey;

namespace MediaGuard.Web.Commands;

/// <summary>What the program starts itself as to decode files nobody vouches for. Speaks frames on its pipes; of no use to a person.</summary>
internal static class DecodeCommand
{
    public static Command Make()
    {
        var command = new Command(DecodingChild.Command, "Decodes pictures for the program itself.") { Hidden = true };
        command.SetAction(_ => DecodingChild.Run());
        return command;
    }
}
