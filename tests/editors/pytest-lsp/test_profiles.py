"""A desk of two articles, read with the capabilities of real editors; pytest-lsp checks every answer against its own types."""
import asyncio
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

EARLIER = """---
source: Lake Wire
date: 2025-05-06
url: https://lake.example/bridge
---
Mayor Ilse Brandt closed the Osthamn bridge on Monday after 14 people were injured in a crash, police said.

“It is not safe for anybody any more,” said Brandt.
"""
LATER = """---
source: Osthamn Gazette
date: 2025-05-06
---
Mayor Ilse Brandt closed the Osthamn bridge on Monday after 19 people were injured in a crash, police said.

Builder Hakon Vestre blamed the frost. Brandt did not answer him.
"""


@pytest_lsp.fixture(
    params=["visual-studio-code", "neovim"],
    config=ClientServerConfig(server_command=[os.environ["RASHOMON"], "lsp"]),
)
async def client(request, lsp_client: LanguageClient, tmp_path: pathlib.Path):
    # What every editor does, and pytest-lsp leaves to the test.
    lsp_client.feature("client/registerCapability")(lambda params: None)
    desk = {"earlier.md": EARLIER, "later.md": LATER}
    for name, text in desk.items():
        (tmp_path / name).write_text(text)
    result = await lsp_client.initialize_session(types.InitializeParams(
        capabilities=client_capabilities(request.param),
        workspace_folders=[types.WorkspaceFolder(uri=tmp_path.as_uri(), name="desk")],
    ))
    # Clients that cannot be told to ask again are told, and not invited to ask.
    lsp_client.asks = result.capabilities.diagnostic_provider is not None
    lsp_client.desk = {name: (tmp_path / name).as_uri() for name in desk}
    for name, text in desk.items():
        lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=types.TextDocumentItem(
            uri=lsp_client.desk[name], language_id="markdown", version=1, text=text)))
    yield
    await lsp_client.shutdown_session()


def document(client, name):
    return types.TextDocumentIdentifier(uri=client.desk[name])


def place(text, words):
    before = text[:text.index(words)]
    return types.Position(line=before.count("\n"), character=len(before) - before.rfind("\n") - 1)


def at(client, name, text, words):
    return {"text_document": document(client, name), "position": place(text, words)}


@pytest.mark.asyncio
async def test_findings_reach_the_editor(client: LanguageClient):
    uri = client.desk["later.md"]
    if client.asks:
        report = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(text_document=document(client, "later.md")))
        found = report.items
        again = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(
            text_document=document(client, "later.md"), previous_result_id=report.result_id))
        assert again.kind == types.DocumentDiagnosticReportKind.Unchanged
        assert not client.diagnostics, "never both asked for and told"
    else:
        for _ in range(200):
            if client.diagnostics.get(uri):
                break
            await asyncio.sleep(0.05)
        found = client.diagnostics[uri]
    assert any(d.code.startswith("figure-") and d.related_information and "14" in d.message for d in found), found


@pytest.mark.asyncio
async def test_hover_shows_the_rival(client: LanguageClient):
    hover = await client.text_document_hover_async(types.HoverParams(**at(client, "later.md", LATER, "19 people")))
    assert "14" in hover.contents.value and "Lake Wire" in hover.contents.value


@pytest.mark.asyncio
async def test_names_lead_to_their_first_mention(client: LanguageClient):
    found = await client.text_document_definition_async(
        types.DefinitionParams(**at(client, "later.md", LATER, "Brandt did")))
    first = found[0] if isinstance(found, list) else found
    target = getattr(first, "target_selection_range", None) or first.range
    assert target.start == place(LATER, "Ilse Brandt")
    found = await client.text_document_declaration_async(
        types.DeclarationParams(**at(client, "later.md", LATER, "Brandt did")))
    first = found[0] if isinstance(found, list) else found
    assert (getattr(first, "target_uri", None) or first.uri) == client.desk["earlier.md"]


@pytest.mark.asyncio
async def test_references_lead_to_both_sources(client: LanguageClient):
    found = await client.text_document_references_async(types.ReferenceParams(
        **at(client, "later.md", LATER, "19 people"), context=types.ReferenceContext(include_declaration=True)))
    assert {f.uri for f in found} == set(client.desk.values())


@pytest.mark.asyncio
async def test_every_other_request_is_answered_in_its_type(client: LanguageClient):
    name = "later.md"
    doc = document(client, name)
    everything = types.Range(start=types.Position(0, 0), end=types.Position(99, 0))
    assert await client.text_document_document_symbol_async(types.DocumentSymbolParams(text_document=doc))
    assert await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="brandt"))
    assert await client.text_document_document_highlight_async(
        types.DocumentHighlightParams(**at(client, name, LATER, "Brandt did")))
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(text_document=doc))
    assert await client.text_document_document_link_async(
        types.DocumentLinkParams(text_document=document(client, "earlier.md")))
    assert await client.text_document_inlay_hint_async(types.InlayHintParams(text_document=doc, range=everything))
    assert await client.text_document_code_lens_async(types.CodeLensParams(text_document=doc))
    tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(text_document=doc))
    assert len(tokens.data) % 5 == 0 and tokens.data
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        text_document=doc, range=types.Range(start=place(LATER, "19 people"), end=place(LATER, "19 people")),
        context=types.CodeActionContext(diagnostics=[])))
    assert any("14" in a.title for a in actions), actions
    prepared = await client.text_document_prepare_rename_async(
        types.PrepareRenameParams(**at(client, name, LATER, "Brandt did")))
    assert prepared
    calls = await client.text_document_prepare_call_hierarchy_async(
        types.CallHierarchyPrepareParams(**at(client, name, LATER, "19 people")))
    told = await client.call_hierarchy_incoming_calls_async(types.CallHierarchyIncomingCallsParams(item=calls[0]))
    assert told
    table = await client.workspace_execute_command_async(types.ExecuteCommandParams(
        command="rashomon.compare", arguments=[{"uri": client.desk[name], "show": False}]))
    assert "14" in table and "19" in table


@pytest.mark.asyncio
async def test_typing_changes_the_findings(client: LanguageClient):
    uri = client.desk["later.md"]
    spot = place(LATER, "19 people")
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=2),
        content_changes=[types.TextDocumentContentChangePartial(
            range=types.Range(start=spot, end=types.Position(spot.line, spot.character + 2)), text="14")]))
    hover = await client.text_document_hover_async(types.HoverParams(**at(client, "later.md", LATER, "19 people")))
    assert "=" in hover.contents.value
