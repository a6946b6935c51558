using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace TeacherCpd.Testing;

/// <summary>Asks a script of the tests, run by Node: for checks by libraries that are not ours.</summary>
public static class NodeScript
{
    /// <summary>Gives a script a question and reads its answer.</summary>
    /// <param name="path">Script, seen from the folder of the tests.</param>
    /// <param name="asked">The question, on the script's standard input.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<JsonNode> AskAsync(string path, JsonNode asked, CancellationToken cancellationToken)
    {
        var script = Path.Combine(RepositoryFolder.Root, "tests", path);
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false) })!;
        await node.StandardInput.WriteAsync(asked.ToJsonString());
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);
        return JsonNode.Parse(answer) ?? throw new InvalidOperationException($"{path} answered nothing.");
    }
}
