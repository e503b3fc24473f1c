using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Says what is wrong with a reference photo, and what to do.</summary>
public static class ReferenceSentences
{
    public static string For(ReferenceProblem problem) => problem switch
    {
        ReferenceProblem.NotAPicture => Words.Text("It cannot be opened as a picture."),
        ReferenceProblem.NoFace => Words.Text("No face is to be seen in it."),
        ReferenceProblem.SeveralFaces => Words.Text("There is more than one face in it. Use a photo of the person alone."),
        ReferenceProblem.TooSmall => Words.Text("The face is too small. Go closer."),
        ReferenceProblem.Turned => Words.Text("The face is turned away. They should look into the camera."),
        ReferenceProblem.Blurred => Words.Text("The face is blurred. Hold the camera still."),
        ReferenceProblem.TooDark => Words.Text("The face is too dark. Take it in daylight."),
        ReferenceProblem.Covered => Words.Text("Part of the face is covered. Eyes, nose and mouth must show."),
        ReferenceProblem.UnlikeTheOthers => Words.Text("It does not look like the person in the other photos. Check that they all show the same person."),
    };
}
