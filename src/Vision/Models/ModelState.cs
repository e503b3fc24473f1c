namespace MediaGuard.Vision.Models;

public enum ModelState
{
    Installed,
    Missing,
    Altered,
}
