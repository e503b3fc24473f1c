using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>What is said of people, of what was attested and of what the machine doubts.</summary>
internal static class PictureSentences
{
    /// <summary>Null for every other code.</summary>
    public static ReasonSentence? For(ReasonCode code) => code switch
    {
        ReasonCode.PersonRefused => new(
            Words.Text("Somebody in this picture may not be shown here. Choose another picture, or ask the office to blur them."),
            Words.Text("Somebody named in this picture may not be shown on this channel. Blur or crop them, or leave the picture out; only the family can change the answer.")),
        ReasonCode.NoConsentOnRecord => new(
            Words.Text("There is no consent on record for somebody in this picture. The office will ask the family."),
            Words.Text("Somebody named in this picture has no consent on record for this channel, or it has ended. Ask the family and record their answer, or blur them.")),
        ReasonCode.MayShowPersonWithoutConsent => new(
            Words.Text("This picture may show somebody without consent. If they are not in it, say so; if they are, choose another picture."),
            Words.Text("This picture may show somebody without consent for this channel. Look at it: mark them as absent if they are not in it, or blur them if they are.")),
        ReasonCode.AdultNotOnRegister => new(
            Words.Text("A grown-up in this picture is not on the register, so it does not go where anybody may look. The office can enter and ask them, or blur them."),
            Words.Text("A grown-up in this picture is not on the register, and anybody may look at this channel. Enter them, ask them and name the face, or blur it.")),
        ReasonCode.PossiblePeopleUnknown => new(
            Words.Text("Nobody has said yet who may be in this picture. Say whether anybody from outside the class is in it, or name everybody."),
            Words.Text("It is not known who may be in this picture. Name everybody in it, or ask the teacher whether anybody from outside the class is in it.")),
        ReasonCode.NobodySaidAnything => new(
            Words.Text("Nobody has looked at this picture yet. Go through the day's contact sheet."),
            Words.Text("Nobody has said anything about this picture yet. Ask the teacher to go through the contact sheet, or name everybody in it yourself.")),
        ReasonCode.FaceNotNamed => new(
            Words.Text("A face in this picture has no name yet. Name it, or mark it as not a face."),
            Words.Text("Nobody else is said to be in this picture, but a face has no name yet. Name it, or mark it as not a face.")),
        ReasonCode.GroupUnknown => new(
            Words.Text("It is not known which class this picture belongs to. Choose the class, or name everybody in it."),
            Words.Text("It is not known which class this picture belongs to, or the class has nobody in it on that day. Choose the class, or name everybody in the picture.")),
        ReasonCode.ChannelNotSetUp => new(
            Words.Text("This channel is not set up for the school. Ask the office."),
            Words.Text("This channel is not in the school's policy, or needs no consent there. Set it up in the policy, or take back the request.")),
        ReasonCode.TakenBackBefore => new(
            Words.Text("This picture was taken back from here before. If it may be shown again, look at it and say so."),
            Words.Text("A copy of this picture was taken back from this channel, and nobody has looked at it since. Look at it and ask for it again; consent given again sends nothing out by itself.")),
        ReasonCode.RegisterTooOld => new(
            Words.Text("The school's list of consents has not been checked for too long, so nothing goes to this channel for now. The office can bring it up to date."),
            Words.Text("The register has not been imported or confirmed for longer than the policy allows, so public channels wait. Import the latest export, or confirm that the register is right.")),
        ReasonCode.BooksRestored => new(
            Words.Text("The school's records were put back from a backup, so nothing goes out until the office has checked them. Nothing is left for you to do."),
            Words.Text("The records were put back from a backup, and what families said since is missing. Enter it, then confirm on the page Register that the register is right; until then nothing goes out.")),
        ReasonCode.SecondApproverNeeded => new(
            Words.Text("A second person must approve this picture for this channel. Nothing is left for you to do."),
            Words.Text("The school's policy asks for a second person's approval on this channel: somebody who did not say who is in the picture. Look at it, and approve or refuse it.")),
        ReasonCode.SecondLookAwaited => new(
            Words.Text("A colleague looks again at a few of the pictures you went through, before any of them goes out. Nothing is left for you to do."),
            Words.Text("Somebody else must look again at a few of the pictures gone through together, and until then none of them goes out. See Second look; where nobody finds it there, ask a colleague who has said nothing of them.")),
        ReasonCode.BatchDisputed => new(
            Words.Text("Two people answered differently about a picture gone through together with this one. The office looks at each of them now."),
            Words.Text("Two people answered differently about a picture that was gone through together with this one, so each is looked at on its own. Look at it, correct who is in it, then approve it or leave it out.")),
        ReasonCode.MoreFacesThanNamed => new(
            Words.Text("There are more faces in this picture than people said to be in it. Look at it closely and name everybody."),
            Words.Text("The machine sees more faces than people who may be in this picture. Look at it and name the faces, mark what is not a face, or approve it.")),
        ReasonCode.ManyFaces => new(
            Words.Text("There are many faces in this picture. Look at it on its own before you answer."),
            Words.Text("There are many faces in this picture. Look at every one of them, then approve it or leave it out.")),
        ReasonCode.SmallFaces => new(
            Words.Text("A face in this picture is very small. Look at it enlarged and say who it is."),
            Words.Text("A face in this picture is too small to be sure of. Look at it enlarged, then name it, crop it away or approve the picture.")),
        ReasonCode.DoubtfulFace => new(
            Words.Text("There may be a face here. Say who it is, or mark it as not a face."),
            Words.Text("The machine is not sure whether this is a face. Name it, or mark it as not a face.")),
        ReasonCode.NameHint => new(
            Words.Text("The file's name, its caption or writing in the picture mentions somebody who is said not to be in it. Look again."),
            Words.Text("The file's name, its caption or writing in the picture mentions somebody who is said not to be in it. Look at the picture, then correct who is in it or approve it.")),
        ReasonCode.DeviceUnknown => new(
            Words.Text("This picture was taken with a camera the school does not know. Ask the office; only school devices take pictures of pupils."),
            Words.Text("This picture was taken with a camera that is not in the inventory. Find out whose it is, then approve the picture or refuse it."),
            Words.Text("This picture was taken with a camera that is not in the inventory. Check whether a personal device was used, and whether anybody had permitted it.")),
        ReasonCode.PoorPicture => new(
            Words.Text("This picture is too poor for faces to be found reliably. Look at it on its own and name everybody."),
            Words.Text("This picture is too poor for faces to be found reliably. Look at it closely, then approve it or leave it out.")),
        ReasonCode.PictureTooDark => new(
            Words.Text("This picture is too dark for faces to be found reliably. Look at it on its own and name everybody."),
            Words.Text("This picture is too dark for faces to be found reliably. Look at it closely, then approve it or leave it out.")),
        ReasonCode.PictureTooBlurred => new(
            Words.Text("This picture is too blurred for faces to be found reliably. Look at it on its own and name everybody."),
            Words.Text("This picture is too blurred for faces to be found reliably. Look at it closely, then approve it or leave it out.")),
        ReasonCode.PictureTooSmall => new(
            Words.Text("This picture is too small for faces to be found reliably. Look at it on its own and name everybody."),
            Words.Text("This picture is too small for faces to be found reliably. Look at it closely, then approve it or leave it out.")),
        ReasonCode.LooksLikeAbsent => new(
            Words.Text("A face in this picture looks like somebody who is said not to be in it. Look again, and say who it is."),
            Words.Text("A face in this picture looks like somebody who is said not to be in it. Look at it, then name the face or approve the picture.")),
        ReasonCode.LooksLikeRefused => new(
            Words.Text("A face in this picture looks like somebody who may not be shown here. Look at it, and say who it is."),
            Words.Text("A face in this picture looks like somebody who may not be shown on this channel. Look at it, then name the face or approve the picture.")),
        ReasonCode.RefusedByOffice => new(
            Words.Text("The office decided that this picture is not to be shown here. Choose another picture."),
            Words.Text("The office refused this picture. To reconsider, take back the refusal; otherwise there is nothing to do.")),
        ReasonCode.NotFitToBeSeen => new(
            Words.Text("This picture is not to be shown anywhere. There is nothing to do; speak to the safeguarding lead if it worries you."),
            Words.Text("Somebody judged this picture not fit to be seen, so no channel may have it. Tell the safeguarding lead if they do not know yet."),
            Words.Text("Somebody judged this picture not fit to be seen, so no channel may have it. Look into it, and seal it if it may be evidence.")),
        ReasonCode.SentToLead => new(
            Words.Text("Somebody sent this picture to the safeguarding lead, so it goes nowhere. There is nothing for you to do."),
            Words.Text("Somebody sent this picture to the safeguarding lead, so it goes nowhere. It goes under seal by itself; if it does not, tell whoever looks after MediaGuard.")),
        _ => null,
    };
}
